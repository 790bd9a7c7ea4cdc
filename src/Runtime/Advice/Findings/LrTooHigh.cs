using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The learning rate is too high: training breaks down, or learns nothing in steps that throw the weights about.</summary>
internal sealed class LrTooHigh : FindingRule
{
    /// <summary>About 1e-3 of the weights per step is usual (Karpathy, CS231n notes); a hundredfold leaves nothing of them.</summary>
    private const double LargestUpdate = 0.1;

    /// <summary>Of the watched steps: one that is so long may be the weights' first, from where they were drawn.</summary>
    private const int FewestLong = 3;

    /// <summary>A loss that has not fallen by a tenth was not learned from.</summary>
    private const double Unlearned = 0.9;

    /// <summary>A model that is ten times worse than an untrained one was thrown there.</summary>
    private const double ThrownUp = 10;

    private const int FewestSteps = 20;

    /// <summary>Adam-type optimizers move each weight by about the rate itself: more suits hardly any network (TRAIN2001).</summary>
    private const double MostOfAdam = 1e-2;
    private const string SecondMoment = "beta2";

    public override string Id => "lr-too-high";

    public override Finding? Look(RunFacts run)
    {
        if (run.HasDiverged)
        {
            return Found("training broke down", run.History.Result?.Divergence ?? "the gradient became NaN or infinite", Edit(run));
        }
        var longest = run.UpdateRatios.OrderByDescending(static one => one.Ratio).Take(FewestLong).ToArray();
        if (run.Steps.Count < FewestSteps || longest.Length < FewestLong || !(longest[^1].Ratio > LargestUpdate))
        {
            return null;
        }
        var highest = run.Steps.MaxBy(static step => step.Loss);
        var moved = $"{HumanNumber.Count(FewestLong, "watched step")} or more moved the weights by {Percent(longest[^1].Ratio)} "
            + "(about 0.1 % is usual), and the loss ";
        return highest.Loss > ThrownUp * run.FirstLoss
            ? Found(
                "the learning rate is too high",
                $"{moved}rose from {Text(run.FirstLoss)} to {Text(highest.Loss)} in step {NumberText.Format(highest.Step)}",
                Edit(run, longest[^1].Ratio))
            : run.LastLoss > Unlearned * run.FirstLoss
            ? Found(
                "the learning rate is too high",
                $"{moved}went from {Text(run.FirstLoss)} to {Text(run.LastLoss)}",
                Edit(run, longest[^1].Ratio))
            : null;
    }

    // A run that broke down at once has no watched step.
    private static string Edit(RunFacts run, double update = LargestUpdate)
    {
        var lower = OneDigit(run.Lr / Factor(update, HealthyUpdate));
        var lr = $"[Hyperparams(Lr = {NumberText.Format(run.Has(SecondMoment) ? Math.Min(lower, MostOfAdam) : lower)})]";
        return run.Has("warmup") ? lr : $"{lr}, with {Warmup(run)}";
    }
}
