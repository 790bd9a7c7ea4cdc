using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Losses;

/// <summary>The loss of yes and no, on raw scores.</summary>
public static class BinaryCrossEntropy
{
    /// <summary>
    /// The mean over all scores, as PyTorch's <c>BCEWithLogitsLoss(pos_weight)</c>. The target takes the scores' shape: [batch] against
    /// [batch, 1] would be broadcast to a square.
    /// </summary>
    /// <param name="output">Scores: [batch] or [batch, 1] for one yes or no, [batch, labels] for several.</param>
    /// <param name="target">As many 0 and 1, or numbers between them, of any type.</param>
    /// <param name="posWeights">What a yes weighs against a no, one number or one per label; null for 1.</param>
    /// <exception cref="TrainException">There are more or fewer targets than scores, or weights than labels.</exception>
    public static Tensor Of(Tensor output, Tensor target, LossWeights? posWeights = null)
    {
        if (output.NumberOfElements != target.NumberOfElements)
        {
            throw new TrainException(
                $"scores [{string.Join(", ", output.shape)}] do not fit targets [{string.Join(", ", target.shape)}]; "
                + "give one score per target, [batch] or [batch, 1] for one yes or no, [batch, labels] for several");
        }
        var wanted = target.reshape(output.shape).to(output.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32);
        return nn.functional.binary_cross_entropy_with_logits(output, wanted, pos_weights: posWeights?.Like(output));
    }
}
