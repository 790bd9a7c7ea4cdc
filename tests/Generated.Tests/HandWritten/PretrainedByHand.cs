using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>Weights to start from, by their names in the model.</summary>
internal sealed class PretrainedByHand(IReadOnlyDictionary<string, Tensor> weights) : WeightsByHand
{
    public override void Start(nn.Module model)
    {
        using var _ = no_grad();
        foreach (var (name, weight) in weights)
        {
            model.state_dict()[name].copy_(weight);
        }
    }
}
