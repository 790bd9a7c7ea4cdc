namespace TrainSdk.Benchmarks.Advising;

/// <summary>Trainings of which the advice is followed until there is none, or five times.</summary>
internal static class IllStarts
{
    public static IReadOnlyList<IllStart> All { get; } =
    [
        Digits("digits-adam-rate-1"), Digits("digits-sgd-rate-30"), Digits("digits-adam-rate-1e-6"), Digits("digits-sgd-rate-1e-4"),
        Digits("digits-few-epochs"), Digits("digits-batch-1"), Digits("digits-batch-1024"), Digits("digits-clip-1e-3"),
        Digits("digits-dead-relu"),
        Digits("digits-deep-sigmoid") with
        {
            ByHand = new Dictionary<string, (string, string)> { ["vanishing-gradients"] = ("Sigmoid()", "BatchNorm1d(hidden), ReLU()") },
        },
        new(Named("wine-adam-rate-3"), HealthyRuns.Wine), new(Named("wine-adam-rate-1e-5"), HealthyRuns.Wine),
        new(Named("fashion-adam-rate-1"), HealthyRuns.Fashion), new(Named("fashion-sgd-rate-1e-5"), HealthyRuns.Fashion),
        new(Named("fashion-frozen-trunk"), HealthyRuns.Fashion), new(Named("fashion-patience-2"), HealthyRuns.Fashion),
        new(Named("words-adam-rate-3"), HealthyRuns.Words), new(Named("words-adam-rate-1e-6"), HealthyRuns.Words),
        new(Named("words-few-epochs"), HealthyRuns.Words), new(Named("words-clip-1e-2"), HealthyRuns.Words),
    ];

    private static IllStart Digits(string name) => new(Named(name), HealthyRuns.Digits);

    private static IllRun Named(string name) => IllRuns.All.Single(run => run.Name == name);
}
