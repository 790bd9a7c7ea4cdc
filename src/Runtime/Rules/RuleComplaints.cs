namespace TrainSdk.Rules;

/// <summary>
/// What is said of settings that contradict each other; null where they do not. A value out of its own range is left to the range rule.
/// </summary>
internal static class RuleComplaints
{
    public static string? NesterovAlone(RuleValues values) => values.Flag("Nesterov") && values.Number("Momentum") == 0
        ? "Nesterov needs a Momentum above 0; 0.9 is usual, or leave Nesterov out"
        : null;

    public static string? ErasedAreasReversed(RuleValues values) =>
        values.Number("RandomErasingMinArea") > values.Number("RandomErasingMaxArea")
            ? $"RandomErasingMinArea {values.Text("RandomErasingMinArea")} is above RandomErasingMaxArea "
                + $"{values.Text("RandomErasingMaxArea")}; 0.02 and 0.33 are usual"
            : null;

    public static string? NesterovDampened(RuleValues values) => values.Flag("Nesterov") && values.Number("Dampening") > 0
        ? $"Nesterov goes without dampening, but Dampening is {values.Text("Dampening")}; leave one of them out"
        : null;
}
