using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>The mean of the weights after each epoch from one on, with BatchNorm statistics of its own, as the last word.</summary>
internal sealed class SwaByHand(int start) : WeightsByHand
{
    private readonly List<(Tensor Live, Tensor Average)> _weights = [];
    private nn.Module? _model;
    private int _epochs;

    public override void Start(nn.Module model)
    {
        using var _ = no_grad();
        _model = model;
        _weights.AddRange(model.parameters().Select(static parameter => ((Tensor)parameter, parameter.clone())));
    }

    public override void EpochTrained(int epoch)
    {
        if (epoch < start)
        {
            return;
        }
        using var _ = no_grad();
        _epochs++;
        foreach (var (live, average) in _weights)
        {
            average.lerp_(live, 1.0 / _epochs);
        }
    }

    public override bool Done(Func<IEnumerable<Tensor>> inputs)
    {
        if (_epochs == 0)
        {
            return false;
        }
        using var _ = no_grad();
        _weights.ForEach(static weight => weight.Live.copy_(weight.Average));
        var norms = _model!.modules().OfType<BatchNorm>().ToList();
        _model.train();
        norms.ForEach(static norm => norm.reset_running_stats());
        var seen = 0;
        foreach (var input in inputs())
        {
            norms.ForEach(norm => norm.momentum = 1.0 / (seen + 1));
            ((nn.Module<Tensor, Tensor>)_model).call(input).Dispose();
            seen++;
        }
        return true;
    }
}
