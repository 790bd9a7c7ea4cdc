using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>A mean over samples, summed in float64 on the device, or on the host where it knows the numbers.</summary>
internal sealed class WeightedMean : IStateful, IDisposable
{
    private const string SumName = "sum";
    private const string WeightName = "weight";
    private const string HostSumName = "host_sum";
    private const string CountName = "count";

    private Tensor? _sum;
    private Tensor? _weight;
    private double _hostSum;
    private double _count;

    /// <summary>Adds <paramref name="mean"/> (a scalar) over <paramref name="count"/> samples.</summary>
    public void AddMean(Tensor mean, double count)
    {
        using var _ = torch.no_grad();
        Sum(ref _sum, mean.device).add_(mean, alpha: count);
        _count += count;
    }

    /// <summary>Adds a sum (a scalar) over <paramref name="count"/> samples.</summary>
    public void AddSum(Tensor sum, double count)
    {
        using var _ = torch.no_grad();
        Sum(ref _sum, sum.device).add_(sum);
        _count += count;
    }

    /// <summary>Adds a sum that the host knows over <paramref name="count"/> samples.</summary>
    public void AddSum(double sum, double count)
    {
        _hostSum += sum;
        _count += count;
    }

    /// <summary>Adds a sum over a weight, both scalars on the device.</summary>
    public void AddSum(Tensor sum, Tensor weight)
    {
        using var _ = torch.no_grad();
        Sum(ref _sum, sum.device).add_(sum);
        Sum(ref _weight, weight.device).add_(weight);
    }

    /// <summary>The mean so far; NaN where nothing was added. Starts anew.</summary>
    public double Read()
    {
        var mean = (_hostSum + (_sum?.ToDouble() ?? 0)) / (_count + (_weight?.ToDouble() ?? 0));
        Dispose();
        return mean;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.AddIfAny(SumName, _sum);
        state.AddIfAny(WeightName, _weight);
        state.Add(HostSumName, _hostSum);
        state.Add(CountName, _count);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Dispose();
        (_sum, _weight) = (state.Find(SumName), state.Find(WeightName));
        (_hostSum, _count) = (state.Number(HostSumName), state.Number(CountName));
    }

    public void Dispose()
    {
        _sum?.Dispose();
        _weight?.Dispose();
        _sum = _weight = null;
        _hostSum = _count = 0;
    }

    private static Tensor Sum(ref Tensor? sum, Device device) =>
        sum ??= torch.zeros([], dtype: ScalarType.Float64, device: device).DetachFromDisposeScope();
}
