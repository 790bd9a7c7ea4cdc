using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Neither loss moves any more, and the learning rate is still where it was.</summary>
internal sealed class PlateauWithoutDecay : FindingRule
{
    /// <summary>ReduceLROnPlateau waits for 10 epochs in PyTorch; half of that and a third of the run says that nothing comes.</summary>
    private const int Patience = 5;
    private const double Third = 1 / 3.0;

    private const double Undecayed = 0.9;

    private const double Flat = 0.05;

    /// <summary>Of a text's perplexity in training, of which 2 % are a difference: a lower rate slows down what still learns.</summary>
    private const double FlatText = 0.02;

    /// <summary>A mean that is lower by less than two standard errors is lower by luck, as single epochs are.</summary>
    private const double Errors = 2;
    private const double Solved = 0.98;

    /// <summary>Whose loss has not fallen by a tenth has not begun.</summary>
    private const double Begun = 0.9;

    public override string Id => "plateau-without-decay";

    public override Finding? Look(RunFacts run)
    {
        var late = Series.Tail(run.ValidationMeasure, Third);
        double[] early = [.. run.ValidationMeasure.SkipLast(late.Length).TakeLast(late.Length)];
        var (before, now) = (Series.Mean(early), Series.Mean(late));
        var luck = Errors * Math.Sqrt(Math.Pow(Series.StandardError(early), 2) + Math.Pow(Series.StandardError(late), 2));
        if (!run.HasValidation || late.Length < Patience || !(before - now < Math.Max(luck, Flat * before)) || run.LastLrShare < Undecayed
            || run.Has("reduceLrOnPlateau") || run.LastLoss > Begun * run.FirstLoss || !run.IsFlat(run.IsText ? FlatText : Flat)
            || run.MetricOf(run.Epochs - 1).Train > Solved)
        {
            return null;
        }
        return Found(
            "the losses have stopped moving and the learning rate has not",
            $"val_{run.Measure} was {Text(before)} on average, and {Text(now)} in the last {HumanNumber.Count(late.Length, "epoch")} of "
            + $"{NumberText.Format(run.Epochs)}; the rate stayed at {Text(run.PeakLr)}",
            "[Cosine], or [ReduceLrOnPlateau(5)]");
    }
}
