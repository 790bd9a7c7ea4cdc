namespace TrainSdk.Rules;

/// <summary>Names that no setting can have, because the command line's own options have them.</summary>
internal static class ReservedNames
{
    /// <summary>The names, as a property would be written: <c>RunDir</c> for <c>--run-dir</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Config", "Device", "Threads", "Workers", "RunDir", "MaxTime", "CheckpointEvery", "KeepBest", "KeepEvery", "StepsPerEpoch", "Csv",
        "Data", "ImageSize", "Label", "OnBadSample", "Folds", "Sheet", "Steps", "Time", "LeastLr", "MostLr", "Least", "Most", "Train",
        "Trials", "Grid", "SweepSeed", "RankBy", "Prune", "Help", "Version",
    ];
}
