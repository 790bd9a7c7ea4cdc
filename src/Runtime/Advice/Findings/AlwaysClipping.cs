using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Clipping shortens almost every gradient, so that it, not the learning rate, sets the length of a step.</summary>
internal sealed class AlwaysClipping : FindingRule
{
    /// <summary>Clipping is meant for single steps (Pascanu et al. 2013: 5 to 10 times the average norm).</summary>
    private const double Almost = 0.95;
    private const double Much = 5;
    private const double Start = 0.1;
    private const int FewestSteps = 50;

    public override string Id => "always-clipping";

    public override Finding? Look(RunFacts run)
    {
        if (run.Steps.Count < FewestSteps || run.History.Number("clipGradNorm") is not { } limit)
        {
            return null;
        }
        double[] norms = [.. run.Steps.Skip((int)(run.Steps.Count * Start)).Select(static step => step.GradNorm)];
        var (share, median) = (norms.Count(norm => norm > limit) / (double)norms.Length, Series.Median(norms));
        return share < Almost || median < Much * limit ? null : Found(
            "clipping shortens almost every step",
            $"{Percent(share)} of the gradients were longer than {Text(limit)}, half of them longer than {Text(median)}",
            $"[ClipGradNorm({NumberText.Format(OneDigit(Series.Quantile(norms, 0.9)))})], or a lower learning rate");
    }
}
