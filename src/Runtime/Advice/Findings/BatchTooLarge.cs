using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The batch is large for its learning rate: too few steps are taken.</summary>
internal sealed class BatchTooLarge : FindingRule
{
    /// <summary>Above a few hundred samples the rate must follow the batch (Goyal et al. 2017: linear scaling).</summary>
    private const double Large = 256;
    private const double Usual = 64;

    /// <summary>So few steps cannot go far from where the weights began.</summary>
    private const int FewSteps = 400;
    private const double Fall = 0.02;
    private const int Last = 2;

    public override string Id => "batch-too-large";

    public override Finding? Look(RunFacts run)
    {
        var fall = Series.FallPerPlace(run.TrainLoss, Last);
        if (run.SamplesPerStep < Large || run.Has("scaleLrBaseBatchSize") || run.Steps.Count > FewSteps
            || !(fall > Fall) || run.HasDiverged)
        {
            return null;
        }
        var scaled = OneDigit(run.Lr * run.SamplesPerStep / Usual);
        return Found(
            "the batch is too large for its learning rate",
            $"{Text(run.SamplesPerStep)} samples per step made {HumanNumber.Count(run.Steps.Count, "step")} in all, and the loss "
            + $"still falls by {Percent(fall)} per epoch",
            $"[Hyperparams(BatchSize = 64)], or [ScaleLr] (Lr = {NumberText.Format(scaled)}) and more epochs");
    }
}
