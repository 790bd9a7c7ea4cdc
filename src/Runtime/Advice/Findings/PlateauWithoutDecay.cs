using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Neither loss moves any more, and the learning rate is still where it was.</summary>
internal sealed class PlateauWithoutDecay : FindingRule
{
    /// <summary>ReduceLROnPlateau waits for 10 epochs in PyTorch; half of that and a third of the run says that nothing comes.</summary>
    private const int Patience = 5;
    private const double PatienceShare = 1 / 3.0;
    private const double Undecayed = 0.9;
    private const double Flat = 0.05;
    private const double Solved = 0.98;

    public override string Id => "plateau-without-decay";

    public override Finding? Look(RunFacts run)
    {
        var best = Series.Lowest(run.ValidationLoss);
        var waited = run.Epochs - 1 - best;
        if (best < 0 || waited < Math.Max(Patience, run.Epochs * PatienceShare) || run.LastLrShare < Undecayed
            || run.Has("reduceLrOnPlateau") || !run.IsFlat(Flat) || run.MetricOf(run.Epochs - 1).Train > Solved)
        {
            return null;
        }
        return Found(
            "the losses have stopped moving and the learning rate has not",
            $"the lowest val_loss, {Text(run.ValidationLoss[best])}, is that of epoch {NumberText.Format(best + 1)} of "
            + $"{NumberText.Format(run.Epochs)}; the rate stayed at {Text(run.PeakLr)}",
            "[Cosine], or [ReduceLrOnPlateau(5)]");
    }
}
