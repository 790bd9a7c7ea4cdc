namespace TrainSdk.Rules;

/// <summary>What is said of settings of averaged weights that contradict others; null where they do not.</summary>
internal static class WeightComplaints
{
    public static string? SwaNeverBegins(RuleValues values) => values.ShareOfRun(values.Length("Swa")) >= 1
        ? $"Swa {values.Length("Swa")} is not before the end of the run of {values.Text("Epochs")} epochs, so that nothing is averaged; "
            + "75% is usual"
        : null;

    public static string? SwaBeforeWarmupEnds(RuleValues values) =>
        values.ShareOfRun(values.Length("Warmup")) > values.ShareOfRun(values.Length("Swa"))
            ? $"Warmup {values.Length("Warmup")} is longer than Swa {values.Length("Swa")}: weights would be averaged before the schedule "
                + "has begun; shorten Warmup"
            : null;
}
