using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Metrics;

/// <summary>A metric as the page on <c>[Metric&lt;T&gt;]</c> shows it: the share of answers that are off by no more than a bound.</summary>
internal sealed class OwnMetric(double bound) : IMetric
{
    private Tensor? _near;
    private long _count;

    public string Name => "near";

    public bool IsHigherBetter => true;

    public void Add(Tensor output, Tensor target)
    {
        using var _ = no_grad();
        _near ??= zeros([], dtype: ScalarType.Int64, device: output.device).DetachFromDisposeScope();
        _near.add_((output - target).abs().le(bound).sum());
        _count += target.NumberOfElements;
    }

    public double Read()
    {
        var share = (double)(_near?.ToInt64() ?? 0) / _count;
        Dispose();
        return share;
    }

    public void Save(StateWriter state)
    {
        state.AddIfAny("near", _near);
        state.Add("count", _count);
    }

    public void Load(StateReader state) => (_near, _count) = (state.Find("near"), state.Whole("count"));

    public void Dispose()
    {
        _near?.Dispose();
        _near = null;
        _count = 0;
    }
}
