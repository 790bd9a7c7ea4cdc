using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Float16 overflows again and again, and each time a step is left out.</summary>
internal sealed class AmpScaleCollapsing : FindingRule
{
    /// <summary>The scale doubles every 2000 steps, so that one step in 2000 is to be expected (Micikevicius et al. 2018).</summary>
    private const double Often = 0.05;
    private const int FewestSteps = 100;

    public override string Id => "amp-scale-collapsing";

    public override Finding? Look(RunFacts run)
    {
        var steps = run.History.Steps;
        if (run.History.Config.Precision != "fp16" || steps.Count < FewestSteps)
        {
            return null;
        }
        var skipped = steps.Skip(steps.Count / 10).Count(static step => !double.IsFinite(step.GradNorm));
        var share = skipped / (steps.Count * 0.9);
        return share < Often ? null : Found(
            "float16 overflows in many steps",
            $"{HumanNumber.Count(skipped, "step")} after the first tenth were left out, {Percent(share)}",
            "[Amp(AmpMode.Bf16)], or --amp off");
    }
}
