using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>Turns a model's outputs into answers: probabilities of named classes, or numbers.</summary>
internal sealed class OutputReader(ModelCard card)
{
    /// <summary>One answer per row of an output [count, …].</summary>
    public IReadOnlyList<Prediction> Read(Tensor output)
    {
        var values = output.to(ScalarType.Float64, torch.CPU);
        if (!values.isfinite().all().ToBoolean())
        {
            throw new TrainException($"{card.Model} answered NaN or infinity; its weights are not usable, train it again");
        }
        if (card.ClassNames.Count == 0)
        {
            return [.. Rows(values).Select(static row => new Prediction { Values = row })];
        }
        if (values.dim() != 2 || values.shape[1] < card.ClassNames.Count)
        {
            throw new TrainException(
                $"{card.Model} answered [{string.Join(", ", values.shape)}] where one score for each of {card.ClassNames.Count} classes "
                + "was expected; call the model itself");
        }
        string[] names = [.. Enumerable.Range(0, (int)values.shape[1]).Select(Name)];
        return [.. Rows(values.softmax(1)).Select(row => Classified(row, names))];
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
        var best = 0;
        var byName = new Dictionary<string, double>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            byName[names[i]] = probabilities[i];
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new Prediction { Label = names[best], Probability = probabilities[best], Probabilities = byName };
    }

    // A model may have more scores than the data had classes.
    private string Name(int index) => index < card.ClassNames.Count ? card.ClassNames[index] : NumberText.Format(index);
}
