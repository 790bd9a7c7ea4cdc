using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The learning rate is too high: training breaks down, or learns nothing in steps that throw the weights about.</summary>
internal sealed class LrTooHigh : FindingRule
{
    /// <summary>About 1e-3 of the weights per step is usual (Karpathy, CS231n notes); a hundredfold leaves nothing of them.</summary>
    private const double LargestUpdate = 0.1;

    /// <summary>A loss that has not fallen by a third was not learned from.</summary>
    private const double Unlearned = 0.67;

    private const int FewestSteps = 20;
    private const int EarlySteps = 64;

    public override string Id => "lr-too-high";

    public override Finding? Look(RunFacts run)
    {
        if (run.HasDiverged)
        {
            return Found("training broke down", run.History.Result?.Divergence ?? "the gradient became NaN or infinite", Edit(run));
        }
        var early = Series.Median(run.UpdateRatios.Where(static one => one.Step <= EarlySteps).Select(static one => one.Ratio));
        return run.Steps.Count >= FewestSteps && early > LargestUpdate && run.LastLoss > Unlearned * run.FirstLoss
            ? Found(
                "the learning rate is too high",
                $"in its first {EarlySteps} steps one step moved the weights by {Percent(early)} (about 0.1 % is usual), and the loss "
                + $"went from {Text(run.FirstLoss)} to {Text(run.LastLoss)}",
                Edit(run))
            : null;
    }

    private static string Edit(RunFacts run)
    {
        var lr = $"[Hyperparams(Lr = {NumberText.Format(OneDigit(run.Lr / 10))})]";
        return run.Has("warmup") ? lr : $"{lr}, with [Warmup(5)]";
    }
}
