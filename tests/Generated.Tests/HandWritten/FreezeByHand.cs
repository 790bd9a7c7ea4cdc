using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>Parameters of layers without a gradient, and the layers' modules in evaluation mode, until an epoch.</summary>
internal sealed class FreezeByHand(int untilEpoch, params string[] layers) : WeightsByHand
{
    private nn.Module? _model;

    public override void Start(nn.Module model) => _model = model;

    public override void EpochStart(int epoch)
    {
        foreach (var (_, parameter) in _model!.named_parameters().Where(named => IsOf(named.name)))
        {
            ((Parameter)parameter).requires_grad = epoch >= untilEpoch;
        }
        foreach (var (_, module) in _model.named_modules().Where(named => epoch < untilEpoch && IsOf(named.name)))
        {
            module.eval();
        }
    }

    private bool IsOf(string name) => layers.Contains(name.Split('.')[0]);
}
