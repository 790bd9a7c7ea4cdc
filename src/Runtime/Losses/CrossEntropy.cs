using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Losses;

/// <summary>
/// Cross-entropies that are no mean over samples: they come as a sum and what it is divided by, so that the mean over several batches is
/// that of one large batch.
/// </summary>
public static class CrossEntropy
{
    /// <summary>
    /// Each class weighs its own number, and the sum is divided by the weights of the targets' classes, as PyTorch's
    /// <c>CrossEntropyLoss(weight)</c> does; with shares as targets by the number of samples, as PyTorch does too.
    /// </summary>
    /// <param name="output">Scores, [batch, classes].</param>
    /// <param name="target">Class indices [batch], or shares [batch, classes].</param>
    /// <param name="weights">A number per class.</param>
    /// <param name="labelSmoothing">Share of the target that is spread over all classes, from 0 and below 1.</param>
    public static (Tensor Sum, Tensor Weight) Weighted(Tensor output, Tensor target, LossWeights weights, double labelSmoothing = 0)
    {
        var weight = weights.Like(output);
        var sum = nn.functional.cross_entropy(
            output, target, weight: weight, reduction: nn.Reduction.Sum, label_smoothing: labelSmoothing);
        var divisor = target.is_floating_point()
            ? torch.full([], output.NumberOfElements / output.shape[1], dtype: weight.dtype, device: output.device)
            : weight.index_select(0, target.flatten()).sum();
        return (sum, divisor);
    }

    /// <summary>Every token that is not ignored counts once, whatever the lengths of the sequences.</summary>
    /// <param name="output">Scores, [batch, time, tokens].</param>
    /// <param name="target">Token indices, [batch, time].</param>
    /// <param name="ignoreIndex">The index that stands for no token; -100 by default.</param>
    /// <param name="labelSmoothing">Share of the target that is spread over all tokens, from 0 and below 1.</param>
    /// <exception cref="TrainException">The shapes do not fit.</exception>
    public static (Tensor Sum, Tensor Weight) OfTokens(Tensor output, Tensor target, long ignoreIndex = -100, double labelSmoothing = 0)
    {
        var shape = output.shape;
        if (shape.Length < 2 || !shape.AsSpan(0, shape.Length - 1).SequenceEqual(target.shape))
        {
            throw new TrainException(
                $"the next token's scores are [{string.Join(", ", shape)}] and its targets [{string.Join(", ", target.shape)}]; "
                + "[NextToken] takes [batch, time, tokens] and [batch, time]");
        }
        var tokens = target.flatten();
        var sum = nn.functional.cross_entropy(
            output.flatten(0, -2), tokens, ignore_index: ignoreIndex, reduction: nn.Reduction.Sum, label_smoothing: labelSmoothing);
        return (sum, tokens.ne(ignoreIndex).sum());
    }
}
