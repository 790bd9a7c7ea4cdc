using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>The batch is so small that steps undo each other.</summary>
internal sealed class BatchTooSmall : FindingRule
{
    /// <summary>32 to 64 is where to start (Masters and Luschi 2018: 2 to 32); below 8 the noise of a step outweighs it.</summary>
    private const double Small = 8;

    /// <summary>The validation loss jumps by a twentieth from epoch to epoch; healthy small runs of 32 samples stay below that.</summary>
    private const double Jump = 0.05;
    private const double Undecayed = 0.5;
    private const double Solved = 0.95;
    private const int FewestEpochs = 6;

    public override string Id => "batch-too-small";

    public override Finding? Look(RunFacts run)
    {
        if (run.Epochs < FewestEpochs || run.SamplesPerStep > Small || run.LastLrShare < Undecayed
            || run.MetricOf(run.Epochs - 1).Train > Solved || !run.HasValidation)
        {
            return null;
        }
        var late = Series.Tail(run.ValidationLoss, 0.5);
        var jump = Series.Median(late.Zip(late.Skip(1), static (one, next) => Math.Abs(next - one))) / Series.Median(late);
        return jump < Jump ? null : Found(
            "the batch is too small for its learning rate",
            $"{Text(run.SamplesPerStep)} samples make a step, and val_loss jumps by {Percent(jump)} from epoch to epoch",
            $"[Hyperparams(BatchSize = 32)], or Lr = {NumberText.Format(OneDigit(run.Lr / 4))}");
    }
}
