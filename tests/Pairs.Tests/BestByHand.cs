using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>The weights with the lowest loss so far, the earliest on ties.</summary>
internal sealed class BestByHand(nn.Module model)
{
    private readonly List<double> _offered = [];
    private Dictionary<string, Tensor> _kept = [];

    public void Offer(double loss)
    {
        if (_offered.TrueForAll(before => loss < before))
        {
            using var _ = no_grad();
            _kept = model.state_dict().ToDictionary(static pair => pair.Key, static pair => pair.Value.clone().DetachFromDisposeScope());
        }
        _offered.Add(loss);
    }

    public void Restore()
    {
        using var _ = no_grad();
        foreach (var (name, live) in model.state_dict())
        {
            live.copy_(_kept[name]);
        }
    }
}
