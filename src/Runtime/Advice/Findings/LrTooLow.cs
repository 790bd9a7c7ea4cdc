using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The learning rate is too low: the first steps hardly move the weights, and the loss is where it was.</summary>
internal sealed class LrTooLow : FindingRule
{
    /// <summary>Far below the usual 1e-3 of the weights per step (Karpathy, CS231n notes).</summary>
    private const double SmallestUpdate = 2e-4;

    /// <summary>A loss that has not halved is not there yet.</summary>
    private const double Unlearned = 0.5;

    private const int FewestEpochs = 3;

    /// <summary>Watched steps: later ones are short because there is less to learn.</summary>
    private const int EarlySteps = 7;

    public override string Id => "lr-too-low";

    public override Finding? Look(RunFacts run)
    {
        var peak = run.Steps.Where(step => step.Lr >= run.PeakLr / 2).Select(static step => step.Step).ToHashSet();
        var early = run.UpdateRatios.Where(one => peak.Contains(one.Step)).Take(EarlySteps).Select(static one => one.Ratio);
        var ratio = Series.Median(early);
        if (!(ratio < SmallestUpdate) || run.Epochs < FewestEpochs || run.TrainLoss[^1] < Unlearned * run.FirstLoss)
        {
            return null;
        }
        return Found(
            "the learning rate is too low",
            $"a step moved the weights by {Percent(ratio)} (about 0.1 % is usual), and after {HumanNumber.Count(run.Epochs, "epoch")} the "
            + $"loss has gone from {Text(run.FirstLoss)} to {Text(run.TrainLoss[^1])}",
            $"[Hyperparams(Lr = {NumberText.Format(OneDigit(run.Lr * Factor(HealthyUpdate, ratio)))})]");
    }
}
