namespace TrainSdk.Benchmarks.Advising;

/// <summary>Trainings as they should be: the three templates, as they are written by <c>dotnet new</c>, and a small recipe for each kind of data.</summary>
internal static class HealthyRuns
{
    public static IReadOnlyList<IllRun> Templates { get; } =
    [
        new("template-image", ModelSource.OfTemplate("image"), IllData.Digits, [], []),
        new("template-tabular", ModelSource.OfTemplate("tabular"), IllData.Wine, [], []),
        new("template-text", ModelSource.OfTemplate("text"), IllData.Words, [], []),
    ];

    public static IllRun Digits { get; } = new(
        "digits-healthy",
        ModelSource.Of("[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 30), Classification, AdamW, Warmup(2), Cosine]", Bodies.Mlp(64, 10)),
        IllData.Digits, [], []);

    public static IllRun Wine { get; } = new(
        "wine-healthy",
        ModelSource.Of("[Hyperparams(Lr = 3e-3, BatchSize = 16, Epochs = 30), Classification, AdamW, Warmup(2), Cosine]", Bodies.Mlp(13, 3)),
        IllData.Wine, [], []);

    public static IllRun Fashion { get; } = new(
        "fashion-healthy",
        ModelSource.Of("[Hyperparams(Lr = 3e-3, BatchSize = 32, Epochs = 8), Classification, AdamW, Warmup(1), Cosine]", Bodies.Cnn(28)),
        IllData.Fashion, [], []);

    public static IllRun Words { get; } = new(
        "words-healthy",
        ModelSource.Of("[Hyperparams(Lr = 1e-2, BatchSize = 32, Epochs = 6), NextToken, AdamW, Warmup(1), Cosine, ClipGradNorm(1.0)]", Bodies.Lstm),
        IllData.FewWords, [], []);

    public static IReadOnlyList<IllRun> All { get; } = [.. Templates, Digits, Wine, Fashion, Words];
}
