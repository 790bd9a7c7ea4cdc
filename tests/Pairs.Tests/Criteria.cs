using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Pairs.Tests;

/// <summary>The losses by hand: a mean, or a sum and what it is divided by.</summary>
internal static class Criteria
{
    public static readonly float[] ClassWeights = [0.5f, 2, 1];

    public static Func<Tensor, Tensor, double, (Tensor Loss, Tensor? Weight)> Of(TargetKind target) => target switch
    {
        TargetKind.Values => static (output, values, _) => (mse_loss(output, values), null),
        TargetKind.Binary => static (output, classes, _) =>
            (binary_cross_entropy_with_logits(output, classes.to(output.dtype).reshape(output.shape)), null),
        TargetKind.Labels => static (output, labels, _) => (binary_cross_entropy_with_logits(output, labels), null),
        TargetKind.Tokens => Tokens,
        _ => static (output, classes, smoothing) => (cross_entropy(output, classes, label_smoothing: smoothing), null),
    };

    public static (Tensor Loss, Tensor? Weight) Weighted(Tensor output, Tensor classes, double smoothing)
    {
        var weights = tensor(ClassWeights);
        var sum = cross_entropy(output, classes, weight: weights, reduction: nn.Reduction.Sum, label_smoothing: smoothing);
        return (sum, classes.is_floating_point() ? tensor((float)classes.shape[0]) : weights.index_select(0, classes).sum());
    }

    public static (Tensor Loss, Tensor? Weight) Own(Tensor output, Tensor target, double smoothing) => (output.square().mean(), null);

    private static (Tensor Loss, Tensor? Weight) Tokens(Tensor output, Tensor tokens, double smoothing)
    {
        var sum = cross_entropy(output.flatten(0, 1), tokens.flatten(), reduction: nn.Reduction.Sum, label_smoothing: smoothing);
        return (sum, tensor(tokens.NumberOfElements));
    }
}
