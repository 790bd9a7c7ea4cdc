using TrainSdk.Settings;

namespace TrainSdk.Rules;

/// <summary>
/// What is said of settings that contradict each other; null where they do not. A value out of its own range is left to the range rule.
/// </summary>
internal static class RuleComplaints
{
    public static string? CosineRises(RuleValues values) => values.Number("CosineMinLr") > values.Number("Lr")
        ? $"CosineMinLr is {values.Text("CosineMinLr")}, above Lr {values.Text("Lr")}: the rate would rise; lower CosineMinLr or raise Lr"
        : null;

    public static string? NesterovAlone(RuleValues values) => values.Flag("Nesterov") && values.Number("Momentum") == 0
        ? "Nesterov needs a Momentum above 0; 0.9 is usual, or leave Nesterov out"
        : null;

    public static string? WarmupFillsRun(RuleValues values)
    {
        var warmup = values.Length("Warmup");
        var epochs = values.Number("Epochs");
        return ShareOfRun(warmup, epochs, values.StepsPerEpoch) >= 1
            ? $"Warmup {warmup} fills the run of {values.Text("Epochs")} epochs, so that Lr only rises; shorten Warmup or raise Epochs"
            : null;
    }

    // NaN, which fills nothing, where it is not known or not sensible.
    private static double ShareOfRun(Duration warmup, double epochs, long? stepsPerEpoch) => epochs < 1 ? double.NaN : warmup.Unit switch
    {
        DurationUnit.Fraction => warmup.Amount,
        DurationUnit.Steps => stepsPerEpoch is { } steps ? warmup.Amount / (epochs * steps) : double.NaN,
        _ => warmup.Amount / epochs,
    };
}
