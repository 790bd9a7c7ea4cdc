using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Training samples that the model is sure are something else: their labels are suspect.</summary>
internal sealed class LabelNoise : FindingRule
{
    /// <summary>A probability of 1 % for the given label (Northcutt et al. 2021 prune by such confident disagreement).</summary>
    private const double Sure = 4.6;
    private const int Fewest = 3;

    /// <summary>
    /// Of all samples. A model that is as right as it is sure gives a label below 1 % in less than one of a hundred samples, and on samples
    /// that it has learned from in fewer.
    /// </summary>
    private const double Share = 0.006;

    /// <summary>Whose class has a tenth of the samples of another is doubted for that, as ClassImbalance says.</summary>
    private const double Imbalance = 10;
    private const double Learned = 0.8;
    private const int MostNamed = 5;

    public override string Id => "label-noise";

    public override Finding? Look(RunFacts run)
    {
        if (!(run.MetricOf(run.Epochs - 1).Train > Learned) || run.LastLoss > run.FirstLoss / 2)
        {
            return null;
        }
        var suspects = run.History.Samples
            .Where(static sample => sample is { Split: "train", Loss: > Sure } && sample.Predicted != sample.Actual)
            .ToArray();
        var learned = run.History.Samples.Count(static sample => sample.Split == "train");
        var counts = run.History.Config.ClassCounts ?? [];
        var isImbalanced = counts.Count > 0 && counts.Max() >= Imbalance * counts.Min();
        return suspects.Length < Math.Max(Fewest, Share * learned) || isImbalanced ? null : Found(
            "some labels look wrong",
            $"the model gives the label of {HumanNumber.Count(suspects.Length, "training sample")} a probability below 1 %: "
            + string.Join(", ", suspects.Take(MostNamed).Select(static sample => sample.Name.Length > 0
                ? sample.Name : NumberText.Format(sample.Sample))),
            "look at these samples in samples.csv, correct or remove them; [LabelSmoothing(0.1)] limits what they do");
    }
}
