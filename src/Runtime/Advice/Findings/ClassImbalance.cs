using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>A class is so frequent that saying it always is nearly as good as what was learned.</summary>
internal sealed class ClassImbalance : FindingRule
{
    /// <summary>Ten to one (He and Garcia 2009 begin there).</summary>
    private const double Imbalance = 10;

    /// <summary>Of what lies between the frequent class's share and 1, less than this was won.</summary>
    private const double Won = 0.5;
    private const int MostWeights = 10;

    public override string Id => "class-imbalance";

    public override Finding? Look(RunFacts run)
    {
        var counts = run.History.Config.ClassCounts?.Where(static count => count > 0).ToArray() ?? [];
        if (counts.Length < 2 || counts.Max() < Imbalance * counts.Min() || run.Metric != "accuracy" || !run.HasValidation)
        {
            return null;
        }
        var share = counts.Max() / (double)counts.Sum();
        var best = Enumerable.Range(0, run.Epochs).Max(epoch => run.MetricOf(epoch).Validation);
        return best > share + (Won * (1 - share)) ? null : Found(
            "one class outweighs the others",
            $"it has {Percent(share)} of the training samples, the rarest {NumberText.Format(counts.Min())} of them, and validation "
            + $"accuracy is {Text(best)}",
            Edit(counts));
    }

    // Each class weighs what makes all of them weigh the same, the mean weight being 1.
    private static string Edit(long[] counts)
    {
        var weights = counts.Length > MostWeights ? "…" : string.Join(", ", counts.Select(count =>
            NumberText.Format(OneDigit(counts.Sum() / (double)(counts.Length * count)))));
        return $"[Classification(ClassWeights = new[] {{ {weights} }})] and [Metric<F1>]";
    }
}
