using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Reads scores beside their targets, by their shapes and types. One score per sample decides between yes and no; a target of
/// <see cref="ScalarType.Bool"/> has a label per score; every other target is a class: its index, or the highest of a row of shares.
/// </summary>
internal static class Scores
{
    private const double Half = 0.5;

    /// <summary>What the scores decide between.</summary>
    public static ScoreKind KindOf(Tensor output, Tensor target) =>
        output.NumberOfElements == target.shape[0] && target.NumberOfElements == target.shape[0] ? ScoreKind.Binary
        : target.dtype == ScalarType.Bool ? ScoreKind.Labels
        : ScoreKind.Classes;

    /// <summary>Yes or no as [samples, labels], of the model and of the target.</summary>
    public static (Tensor Predicted, Tensor Truth) Signs(Tensor output, Tensor target)
    {
        var labels = output.NumberOfElements == target.shape[0] ? 1 : output.shape[^1];
        return (output.detach().gt(0).reshape(-1, labels), Yes(target).reshape(-1, labels));
    }

    /// <summary>The scores as [samples, classes] and the class indices [samples]; a negative index is not to be counted.</summary>
    public static (Tensor Scores, Tensor Truth) Rows(Tensor output, Tensor target)
    {
        var scores = output.detach();
        var shape = scores.shape;
        if (shape.AsSpan().SequenceEqual(target.shape) && target.is_floating_point())
        {
            return (scores.flatten(0, -2), target.argmax(-1).flatten());
        }
        if (shape.AsSpan(0, shape.Length - 1).SequenceEqual(target.shape))
        {
            return (scores.reshape(-1, shape[^1]), target.flatten());
        }
        if (shape.Length == target.dim() + 1 && shape[0] == target.shape[0] && shape.AsSpan(2).SequenceEqual(target.shape.AsSpan(1)))
        {
            return (scores.movedim([1], [-1]).reshape(-1, shape[1]), target.flatten());
        }
        throw new TrainException(
            $"scores [{string.Join(", ", shape)}] do not fit the target [{string.Join(", ", target.shape)}]; "
            + "a metric of classes takes [batch, classes] and [batch], or [batch, …, classes] and [batch, …]");
    }

    /// <summary>Whether a target says yes.</summary>
    public static Tensor Yes(Tensor target) => target.dtype == ScalarType.Bool ? target : target.gt(Half);
}
