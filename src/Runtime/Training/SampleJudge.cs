using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Settings;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Training;

/// <summary>
/// What a model says of single samples, and how far that is from what was meant: the plain criterion of the objective, sample by sample.
/// Null where output and target fit no criterion, as with a loss of one's own.
/// </summary>
internal sealed class SampleJudge(ModelCard card)
{
    private const double Half = 0.5;
    private const int MostNumbers = 4;

    private OutputKind Kind => card.Output != OutputKind.Inferred ? card.Output
        : card.ClassNames.Count == 0 ? OutputKind.Numbers
        : OutputKind.Classes;

    /// <summary>Loss, answer and target of each sample of a batch.</summary>
    /// <param name="output">The model's output [count, …].</param>
    /// <param name="target">The batch's target.</param>
    public IReadOnlyList<(double Loss, string Predicted, string Actual)>? Judge(Tensor output, Tensor target)
    {
        var (scores, meant) = (output.to(ScalarType.Float64, torch.CPU), target.cpu());
        return Kind switch
        {
            OutputKind.Classes when scores.dim() == 2 && meant.dim() == 1 && !meant.is_floating_point() => Classes(scores, meant),
            OutputKind.Binary when scores.NumberOfElements == meant.NumberOfElements => Binary(scores.flatten(), meant.flatten()),
            OutputKind.Labels when scores.dim() == 2 && scores.NumberOfElements == meant.NumberOfElements => Labels(scores, meant),
            OutputKind.Numbers when scores.NumberOfElements == meant.NumberOfElements => Numbers(scores, meant),
            OutputKind.Tokens when scores.dim() == 3 && meant.dim() == 2 => Tokens(scores, meant),
            _ => null,
        };
    }

    private (double, string, string)[] Classes(Tensor scores, Tensor meant)
    {
        var losses = Of<double>(functional.cross_entropy(scores, meant, reduction: Reduction.None));
        var (said, actual) = (Of<long>(scores.argmax(1)), Of<long>(meant));
        return [.. losses.Select((loss, row) => (loss, Name(said[row]), Name(actual[row])))];
    }

    private (double, string, string)[] Binary(Tensor scores, Tensor meant)
    {
        var yes = meant.to(ScalarType.Float64);
        var losses = Of<double>(functional.binary_cross_entropy_with_logits(scores, yes, reduction: Reduction.None));
        var (said, actual) = (Of<double>(scores), Of<double>(yes));
        return [.. losses.Select((loss, row) => (loss, Name(said[row] > 0 ? 1 : 0), Name(actual[row] > Half ? 1 : 0)))];
    }

    private (double, string, string)[] Labels(Tensor scores, Tensor meant)
    {
        var yes = meant.to(ScalarType.Float64).reshape(scores.shape);
        var losses = Of<double>(functional.binary_cross_entropy_with_logits(scores, yes, reduction: Reduction.None).mean([1]));
        var (said, actual, width) = (Of<double>(scores), Of<double>(yes), (int)scores.shape[1]);
        string Names(double[] values, int row, double from) => string.Join(
            ' ', Enumerable.Range(0, width).Where(label => values[(row * width) + label] > from).Select(label => Name(label)));
        return [.. losses.Select((loss, row) => (loss, Names(said, row, 0), Names(actual, row, Half)))];
    }

    private static (double, string, string)[] Numbers(Tensor said, Tensor meant)
    {
        var (count, values) = (said.shape[0], said.NumberOfElements / Math.Max(1, said.shape[0]));
        var (answer, truth) = (said.reshape(count, values), meant.to(ScalarType.Float64).reshape(count, values));
        var losses = Of<double>((answer - truth).pow(2).mean([1]));
        var (predicted, actual, width) = (Of<double>(answer), Of<double>(truth), (int)values);
        string Text(double[] all, int row) =>
            string.Join(' ', all.Skip(row * width).Take(Math.Min(width, MostNumbers)).Select(NumberText.Format));
        return [.. losses.Select((loss, row) => (loss, Text(predicted, row), Text(actual, row)))];
    }

    // The mean over the tokens that count; what was said and meant is the text itself.
    private static (double, string, string)[] Tokens(Tensor scores, Tensor meant)
    {
        var losses = functional.cross_entropy(scores.transpose(1, 2), meant, reduction: Reduction.None);
        var counted = meant.ge(0).to(ScalarType.Float64);
        return [.. Of<double>((losses * counted).sum([1]) / counted.sum([1]).clamp_min(1)).Select(static loss => (loss, "", ""))];
    }

    private string Name(long index) => index >= 0 && index < card.ClassNames.Count ? card.ClassNames[(int)index] : NumberText.Format(index);

    private static T[] Of<T>(Tensor values)
        where T : unmanaged => values.contiguous().data<T>().ToArray();
}
