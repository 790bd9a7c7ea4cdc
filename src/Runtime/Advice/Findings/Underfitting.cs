using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The run ends while both losses still fall at a good pace.</summary>
internal sealed class Underfitting : FindingRule
{
    /// <summary>Three percent per epoch: another ten epochs would take off a quarter of the loss.</summary>
    private const double Fall = 0.03;

    /// <summary>Of a perplexity 2 % are a difference, and another ten epochs would take off five.</summary>
    private const double PerplexityFall = 0.005;
    private const int Last = 3;
    private const double Undecayed = 0.5;
    private const double Solved = 0.98;

    public override string Id => "underfitting";

    public override Finding? Look(RunFacts run)
    {
        var least = run.IsText ? PerplexityFall : Fall;
        var (train, held) = (Series.FallPerPlace(run.TrainMeasure, Last), Series.FallPerPlace(run.ValidationMeasure, Last));
        if (run.WasStoppedEarly || run.HasDiverged || run.LastLrShare < Undecayed || !(train > least) || !(held > least)
            || Series.Lowest(run.ValidationLoss) != run.Epochs - 1 || run.MetricOf(run.Epochs - 1).Validation > Solved)
        {
            return null;
        }
        return Found(
            "the run ends before the model has learned what it can",
            $"over the last {Last} epochs the {run.Measure} fell by {Percent(train)} and val_{run.Measure} by {Percent(held)} per epoch",
            $"[Hyperparams(Epochs = {NumberText.Format(2 * run.Epochs)})], or a higher learning rate");
    }
}
