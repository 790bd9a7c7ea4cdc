using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>Turns a model's outputs into answers: probabilities of named classes or labels, or numbers.</summary>
internal sealed class OutputReader(ModelCard card)
{
    private const double Half = 0.5;

    private OutputKind Kind => card.Output != OutputKind.Inferred ? card.Output
        : card.ClassNames.Count == 0 ? OutputKind.Numbers
        : OutputKind.Classes;

    /// <summary>One answer per row of an output [count, …].</summary>
    public IReadOnlyList<Prediction> Read(Tensor output)
    {
        var values = output.to(ScalarType.Float64, torch.CPU);
        if (!values.isfinite().all().ToBoolean())
        {
            throw new TrainException($"{card.Model} answered NaN or infinity; its weights are not usable, train it again");
        }
        return Kind switch
        {
            OutputKind.Classes => Classes(values),
            OutputKind.Binary => Binary(values),
            OutputKind.Labels => Labels(values),
            OutputKind.Tokens => NextTokens(values),
            _ => [.. Rows(values).Select(static row => new Prediction { Values = row })],
        };
    }

    private Prediction[] Classes(Tensor scores)
    {
        Check(scores, HasScores(scores), $"one score for each of {card.ClassNames.Count} classes");
        var names = Names(scores.shape[1]);
        return [.. Rows(scores.softmax(1)).Select(row => Classified(row, names))];
    }

    // The first class is no, the second yes.
    private Prediction[] Binary(Tensor scores)
    {
        Check(scores, scores.NumberOfElements == scores.shape[0], "one score for yes or no");
        var names = Names(2);
        return [.. Rows(scores.sigmoid()).Select(row => Classified([1 - row[0], row[0]], names))];
    }

    private Prediction[] Labels(Tensor scores)
    {
        Check(scores, HasScores(scores), $"one score for each of {card.ClassNames.Count} labels");
        var names = Names(scores.shape[1]);
        return
        [
            .. Rows(scores.sigmoid()).Select(row => new Prediction
            {
                Labels = [.. names.Where((_, index) => row[index] > Half)],
                Probabilities = ByName(row, names),
            }),
        ];
    }

    // What comes after the end of the sequence; the scores at earlier places are about tokens that are known.
    private Prediction[] NextTokens(Tensor scores)
    {
        Check(scores, scores.dim() == 3, "scores [count, time, tokens]");
        var last = scores.select(1, scores.shape[1] - 1);
        var names = Names(last.shape[1]);
        return [.. Rows(last.softmax(1)).Select(row => Classified(row, names))];
    }

    private bool HasScores(Tensor scores) => scores.dim() == 2 && scores.shape[1] >= card.ClassNames.Count;

    private void Check(Tensor values, bool isRight, string expected)
    {
        if (!isRight)
        {
            throw new TrainException(
                $"{card.Model} answered [{string.Join(", ", values.shape)}] where {expected} was expected; call the model itself");
        }
    }

    private static IEnumerable<double[]> Rows(Tensor values)
    {
        var count = (int)values.shape[0];
        var flat = values.contiguous().data<double>().ToArray();
        var width = count == 0 ? 0 : flat.Length / count;
        return Enumerable.Range(0, count).Select(row => flat[(row * width)..((row + 1) * width)]);
    }

    private static Prediction Classified(double[] probabilities, string[] names)
    {
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return new Prediction { Label = names[best], Probability = probabilities[best], Probabilities = ByName(probabilities, names) };
    }

    private static Dictionary<string, double> ByName(double[] probabilities, string[] names) =>
        names.Zip(probabilities).ToDictionary(static pair => pair.First, static pair => pair.Second);

    // A model may have more scores than the data had classes.
    private string[] Names(long count)
    {
        var names = card.ClassNames.Count == 0 && card.Encoding.Vocabulary is { } vocabulary ? vocabulary.Tokens : card.ClassNames;
        return [.. Enumerable.Range(0, (int)count).Select(index => index < names.Count ? names[index] : NumberText.Format(index))];
    }
}
