using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>In almost every epoch some batch has a loss worse than an untrained model's: the same samples come round.</summary>
internal sealed class LossSpikes : FindingRule
{
    public override string Id => "loss-spikes";

    public override Finding? Look(RunFacts run)
    {
        var spikes = SpikingSteps.In(run.Steps, run.Epochs);
        if (spikes.Count == 0)
        {
            return null;
        }
        var epochs = spikes.GroupBy(static step => step.Epoch).Count();
        var worst = spikes.MaxBy(static step => step.Loss);
        string[] samples =
            [.. run.History.Events.Where(static row => row.Event == RunEvents.LossSpike).Select(static row => row.Detail).Distinct()];
        return Found(
            "single samples throw training back again and again",
            $"{HumanNumber.Count(spikes.Count, "step")} in {NumberText.Format(epochs)} of {HumanNumber.Count(run.Epochs, "epoch")} had "
            + $"a loss above {Text(SpikingSteps.Untrained * run.FirstLoss)}, {Text(worst.Loss)} in step {NumberText.Format(worst.Step)}"
            + string.Concat(samples.Select(static sample => $"; {sample}")),
            samples.Length > 0
                ? "look at these samples, correct or remove them; [ClipGradNorm(1.0)] limits what they do"
                : "look for outliers with `check data`; [ClipGradNorm(1.0)] limits what they do");
    }
}
