using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>In almost every epoch some batch has a loss worse than an untrained model's: the same samples come round.</summary>
internal sealed class LossSpikes : FindingRule
{
    /// <summary>Twice the loss before anything was learned, and five times that of the steps around it.</summary>
    private const double Untrained = 2;
    private const double Spike = 5;
    private const double AlmostAll = 0.6;
    private const int MostPerEpoch = 3;
    private const int FewestEpochs = 5;

    public override string Id => "loss-spikes";

    public override Finding? Look(RunFacts run)
    {
        if (run.Epochs < FewestEpochs)
        {
            return null;
        }
        var usual = run.Steps.GroupBy(static step => step.Epoch)
            .ToDictionary(static steps => steps.Key, static steps => Series.Median(steps.Select(static step => step.Loss)));
        var spikes = run.Steps
            .Where(step => step.Epoch > 0 && step.Loss > Untrained * run.FirstLoss && step.Loss > Spike * usual[step.Epoch])
            .ToArray();
        var epochs = spikes.GroupBy(static step => step.Epoch).Count();
        if (epochs < AlmostAll * (run.Epochs - 1) || spikes.Length > MostPerEpoch * run.Epochs)
        {
            return null;
        }
        var worst = spikes.MaxBy(static step => step.Loss);
        return Found(
            "single samples throw training back again and again",
            $"{HumanNumber.Count(spikes.Length, "step")} in {NumberText.Format(epochs)} of {HumanNumber.Count(run.Epochs, "epoch")} had "
            + $"a loss above {Text(Untrained * run.FirstLoss)}, {Text(worst.Loss)} in step {NumberText.Format(worst.Step)}",
            "look for outliers with `check data`; [ClipGradNorm(1.0)] limits what they do");
    }
}
