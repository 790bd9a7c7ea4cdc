using TrainSdk.Settings;

namespace TrainSdk.Rules;

/// <summary>What is said of settings of the learning rate that contradict each other; null where they do not.</summary>
internal static class ScheduleComplaints
{
    public static string? Rises(string minLr, RuleValues values) => values.Number(minLr) > values.EffectiveLr
        ? $"{minLr} is {values.Text(minLr)}, above {StartOf(values)}: the rate would rise; lower {minLr} or raise Lr"
        : null;

    public static string? WarmupFillsRun(RuleValues values) => values.ShareOfRun(values.Length("Warmup")) >= 1
        ? $"Warmup {values.Length("Warmup")} fills the run of {values.Text("Epochs")} epochs, so that Lr only rises; "
            + "shorten Warmup or raise Epochs"
        : null;

    public static string? PeriodFillsRun(string period, RuleValues values) => values.ShareOfRun(values.Length(period)) >= 1
        ? $"{period} {values.Length(period)} fills the run of {values.Text("Epochs")} epochs, so that nothing comes after it; "
            + $"shorten {period} or raise Epochs"
        : null;

    public static string? MilestonesFall(RuleValues values)
    {
        var points = values.Milestones("StepDecayMilestones").Points;
        var steps = points.Zip(points.Skip(1), static (one, next) => one.Unit != next.Unit || one.Amount < next.Amount);
        var rises = points.Count > 0 && points[0].Amount > 0 && steps.All(static rises => rises);
        return rises
            ? null
            : $"StepDecayMilestones is '{values.Text("StepDecayMilestones")}' but must rise from above 0; 30,60,80 is such a list";
    }

    public static string? MilestoneBeyondRun(RuleValues values)
    {
        var beyond = values.Milestones("StepDecayMilestones").Points.Where(point => values.ShareOfRun(point) >= 1).ToArray();
        return beyond.Length > 0
            ? $"StepDecayMilestones {string.Join(", ", beyond)} lies beyond the run of {values.Text("Epochs")} epochs and is never "
                + "reached; lower it or raise Epochs"
            : null;
    }

    public static string? OneCycleBeside(string other, RuleValues values) =>
        $"[OneCycle] is a whole schedule with a rise of its own, so it goes without [{other}]; remove one of the two";

    public static string? RiseAndMirrorFillRun(RuleValues values)
    {
        var isTooLong = values.Flag("OneCycleThreePhase") && values.Number("OneCyclePctStart") > 0.5;
        return isTooLong
            ? $"OneCyclePctStart is {values.Text("OneCyclePctStart")}, but with three phases the rise and its mirror must fit into the "
                + "run; 0.5 is the most"
            : null;
    }

    public static string? PlateauTooLate(RuleValues values)
    {
        var least = values.Has("EarlyStopMinEpochs") ? values.Number("EarlyStopMinEpochs") : 0;
        var (plateau, stop) = (values.Number("ReduceLrOnPlateau"), Math.Max(values.Number("EarlyStop"), least));
        return plateau + 1 >= stop
            ? $"ReduceLrOnPlateau lowers the rate at bad validation {plateau + 1} in a row, but EarlyStop ends the run at {stop}; "
                + "lower ReduceLrOnPlateau or raise EarlyStop"
            : null;
    }

    public static string? NeverStopsEarly(RuleValues values) => values.Number("EarlyStopMinEpochs") >= values.Number("Epochs")
        ? $"EarlyStopMinEpochs is {values.Text("EarlyStopMinEpochs")}, not below the {values.Text("Epochs")} epochs of the run, which "
            + "never ends early then; lower EarlyStopMinEpochs"
        : null;

    private static string StartOf(RuleValues values)
    {
        var lr = $"Lr {values.Text("Lr")}";
        return values.HasScaledLr ? $"the rate {NumberText.Format(values.EffectiveLr)} that [ScaleLr] makes of {lr}" : lr;
    }
}
