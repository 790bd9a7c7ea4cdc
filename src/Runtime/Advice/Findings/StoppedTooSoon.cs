using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>Early stopping ended the run while the training loss fell and the schedule had hardly begun to anneal.</summary>
internal sealed class StoppedTooSoon : FindingRule
{
    /// <summary>Patience 10 to 15 is usual (Prechelt 1998: slower criteria generalise better).</summary>
    private const int Usual = 10;
    private const double Fall = 0.01;
    private const double Undecayed = 0.5;
    private const double HalfWay = 0.5;

    public override string Id => "stopped-too-soon";

    public override Finding? Look(RunFacts run)
    {
        var patience = run.Number("earlyStop", double.NaN);
        var planned = run.Number("epochs", double.NaN);
        var best = Series.Lowest(run.ValidationLoss);
        if (!run.WasStoppedEarly || !(patience < Usual) || !(run.Epochs < HalfWay * planned) || run.LastLrShare < Undecayed || best < 0)
        {
            return null;
        }
        var fall = Series.FallPerPlace(run.TrainLoss, Math.Max(1, (int)Math.Min(patience, run.Epochs - 1)));
        return !(fall > Fall) || run.MetricOf(run.Epochs - 1).Train > 1 - Fall ? null : Found(
            "the run was stopped too soon",
            $"it ended in epoch {NumberText.Format(run.Epochs)} of {Text(planned)} after {Text(patience)} without an improvement, with the "
            + $"training loss falling by {Percent(fall)} per epoch and the learning rate at {Percent(run.LastLrShare)} of its peak",
            "[EarlyStop(10)]");
    }
}
