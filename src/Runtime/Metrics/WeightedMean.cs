using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>A mean over samples, summed in float64 on the device.</summary>
internal sealed class WeightedMean : IDisposable
{
    private Tensor? _sum;
    private Tensor? _weight;

    /// <summary>Adds <paramref name="mean"/> (a scalar) over <paramref name="count"/> samples.</summary>
    public void AddMean(Tensor mean, double count) => Add(mean.detach().to(ScalarType.Float64).mul(count), count);

    /// <summary>Adds a sum (a scalar) over <paramref name="count"/> samples.</summary>
    public void AddSum(Tensor sum, double count) => Add(sum.detach().to(ScalarType.Float64), count);

    /// <summary>Adds a sum over a weight, both scalars on the device.</summary>
    public void AddSum(Tensor sum, Tensor weight)
    {
        Start(sum.device);
        _sum!.add_(sum.detach().to(ScalarType.Float64));
        _weight!.add_(weight.detach().to(ScalarType.Float64));
    }

    /// <summary>The mean so far; NaN where nothing was added. Starts anew.</summary>
    public double Read()
    {
        if (_sum is null || _weight is null)
        {
            return double.NaN;
        }
        var mean = _sum.ToDouble() / _weight.ToDouble();
        Dispose();
        return mean;
    }

    public void Dispose()
    {
        _sum?.Dispose();
        _weight?.Dispose();
        _sum = _weight = null;
    }

    private void Add(Tensor sum, double count)
    {
        Start(sum.device);
        _sum!.add_(sum);
        _weight!.add_(count);
    }

    private void Start(Device device)
    {
        _sum ??= torch.zeros([], dtype: ScalarType.Float64, device: device).DetachFromDisposeScope();
        _weight ??= torch.zeros([], dtype: ScalarType.Float64, device: device).DetachFromDisposeScope();
    }
}
