namespace TrainSdk.Advice.Findings;

/// <summary>Mixed precision costs a small model more than it gains.</summary>
internal sealed class AmpNotPaying : FindingRule
{
    /// <summary>Autocast's own work is about 0.1 ms per step; where a step is shorter than ten times that, it does not pay.</summary>
    private const double ShortStep = 1e-3;
    private const int FewestSteps = 100;

    public override string Id => "amp-not-paying";

    public override Finding? Look(RunFacts run)
    {
        var perEpoch = run.Steps.Count / (double)Math.Max(1, run.Epochs);

        // Whatever else the machine does makes steps longer, never shorter.
        var step = run.History.Epochs.Where(static epoch => epoch.Times.Count > 0)
            .Select(static epoch => epoch.Times.GetValueOrDefault("forward") + epoch.Times.GetValueOrDefault("backward"))
            .DefaultIfEmpty(0).Min() / perEpoch;
        if (run.History.Config.Precision is "float32" || run.Steps.Count < FewestSteps || !(step < ShortStep) || step == 0)
        {
            return null;
        }
        return Found(
            "mixed precision does not pay for so small a model",
            $"forward and backward pass took {Text(step * 1000)} ms of a step in the fastest epoch, of which "
            + "autocast's own work is a tenth or more",
            "remove [Amp], or --amp off");
    }
}
