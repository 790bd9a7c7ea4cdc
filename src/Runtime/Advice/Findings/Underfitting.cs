using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The run ends while both losses still fall at a good pace.</summary>
internal sealed class Underfitting : FindingRule
{
    /// <summary>Three percent per epoch: another ten epochs would take off a quarter of the loss.</summary>
    private const double Fall = 0.03;
    private const int Last = 3;
    private const double Undecayed = 0.5;
    private const double Solved = 0.98;

    public override string Id => "underfitting";

    public override Finding? Look(RunFacts run)
    {
        var (train, held) = (Series.FallPerPlace(run.TrainLoss, Last), Series.FallPerPlace(run.ValidationLoss, Last));
        if (run.WasStoppedEarly || run.HasDiverged || run.LastLrShare < Undecayed || !(train > Fall) || !(held > Fall)
            || Series.Lowest(run.ValidationLoss) != run.Epochs - 1 || run.MetricOf(run.Epochs - 1).Validation > Solved)
        {
            return null;
        }
        return Found(
            "the run ends before the model has learned what it can",
            $"over the last {Last} epochs the loss fell by {Percent(train)} and val_loss by {Percent(held)} per epoch",
            $"[Hyperparams(Epochs = {NumberText.Format(2 * run.Epochs)})], or a higher learning rate");
    }
}
