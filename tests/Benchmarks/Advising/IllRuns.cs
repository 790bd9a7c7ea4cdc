using TrainSdk.Data;
using TrainSdk.Native;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>Trainings that are ill, each in one way. The labels were written before any rule had seen them.</summary>
internal static class IllRuns
{
    // What a rate that throws the weights about does besides.
    private static readonly string[] AfterHighRate =
        ["exploding-gradients", "loss-spikes", "dead-units", "vanishing-gradients", "plateau-without-decay"];

    private static readonly string[] AfterLowRate = ["underfitting"];

    public static IReadOnlyList<IllRun> All { get; } = [.. Rates(), .. Lengths(), .. Batches(), .. Gradients(), .. DataAndLabels(), .. Stops(), .. Precisions()];

    private static IEnumerable<IllRun> Rates() =>
    [
        Digits("digits-adam-rate-1", "[Hyperparams(Lr = 1, BatchSize = 32, Epochs = 20), Classification, AdamW]", ["lr-too-high"], AfterHighRate),
        Digits("digits-sgd-rate-30", "[Hyperparams(Lr = 30, BatchSize = 32, Epochs = 20), Classification, Sgd]", ["lr-too-high"], AfterHighRate),
        Wine("wine-adam-rate-3", "[Hyperparams(Lr = 3, BatchSize = 16, Epochs = 30), Classification, AdamW]", ["lr-too-high"], AfterHighRate),
        Fashion("fashion-adam-rate-1", "[Hyperparams(Lr = 1, BatchSize = 32, Epochs = 6), Classification, AdamW]", ["lr-too-high"], AfterHighRate),
        Words("words-adam-rate-3", "[Hyperparams(Lr = 3, BatchSize = 32, Epochs = 6), NextToken, AdamW]", ["lr-too-high"], AfterHighRate),
        Digits("digits-adam-rate-1e-6", "[Hyperparams(Lr = 1e-6, BatchSize = 32, Epochs = 15), Classification, AdamW]", ["lr-too-low"], AfterLowRate),
        Digits("digits-sgd-rate-1e-4", "[Hyperparams(Lr = 1e-4, BatchSize = 32, Epochs = 15), Classification, Sgd]", ["lr-too-low"], AfterLowRate),
        Wine("wine-adam-rate-1e-5", "[Hyperparams(Lr = 1e-5, BatchSize = 16, Epochs = 30), Classification, AdamW]", ["lr-too-low"], AfterLowRate),
        Fashion("fashion-sgd-rate-1e-5", "[Hyperparams(Lr = 1e-5, BatchSize = 32, Epochs = 5), Classification, Sgd]", ["lr-too-low"], AfterLowRate),
        Words("words-adam-rate-1e-6", "[Hyperparams(Lr = 1e-6, BatchSize = 32, Epochs = 5), NextToken, AdamW]", ["lr-too-low"], AfterLowRate),
    ];

    private static IEnumerable<IllRun> Lengths() =>
    [
        new(
            "digits-plateau",
            ModelSource.Of("[Hyperparams(Lr = 0.05, BatchSize = 16, Epochs = 30), Classification, AdamW]", Bodies.SoftmaxRegression),
            static seed => IllData.Mislabelled(IllData.Digits(seed), 0.3, seed),
            ["plateau-without-decay"], ["overfitting", "label-noise", "loss-spikes"]),
        new(
            "digits-overfit",
            ModelSource.Of("[Hyperparams(Lr = 3e-3, BatchSize = 16, Epochs = 100), Classification, AdamW]", Bodies.Mlp(64, 10)),
            static seed => IllData.Mislabelled(IllData.First(IllData.Digits(seed), 200), 0.2, seed),
            ["overfitting"], ["label-noise", "plateau-without-decay", "dead-units"]),
        new(
            "fashion-overfit",
            ModelSource.Of("[Hyperparams(Lr = 3e-3, BatchSize = 32, Epochs = 60), Classification, AdamW]", Bodies.Cnn(28)),
            static seed => IllData.Mislabelled(IllData.First(IllData.Fashion(seed), 250), 0.1, seed),
            ["overfitting"], ["label-noise", "plateau-without-decay", "dead-units"]),
        Digits(
            "digits-few-epochs", "[Hyperparams(Lr = 3e-4, BatchSize = 32, Epochs = 5), Classification, AdamW]",
            ["underfitting"], ["lr-too-low"]),
        Words(
            "words-few-epochs", "[Hyperparams(Lr = 3e-3, BatchSize = 64, Epochs = 5), NextToken, AdamW, ClipGradNorm(1.0)]",
            ["underfitting"], ["lr-too-low"]),
    ];

    private static IEnumerable<IllRun> Batches() =>
    [
        Digits(
            "digits-batch-1", "[Hyperparams(Lr = 0.02, BatchSize = 1, Epochs = 10), Classification, AdamW]",
            ["batch-too-small"], ["lr-too-high", "underfitting", .. AfterHighRate]),
        new(
            "digits-batch-2-wrong-labels",
            ModelSource.Of("[Hyperparams(Lr = 1e-2, BatchSize = 2, Epochs = 10), Classification, AdamW]", Bodies.Mlp(64, 10)),
            static seed => IllData.Mislabelled(IllData.Digits(seed), 0.1, seed),
            ["batch-too-small"], ["label-noise", "lr-too-high", "underfitting", .. AfterHighRate]),
        Digits(
            "digits-batch-1024", "[Hyperparams(Lr = 0.05, BatchSize = 1024, Epochs = 20), Classification, Sgd]",
            ["batch-too-large"], ["underfitting", "lr-too-low"]),
        Fashion(
            "fashion-batch-norm-of-2", "[Hyperparams(Lr = 1e-3, BatchSize = 2, Epochs = 2), Classification, AdamW]",
            ["tiny-batch-norm"], ["batch-too-small", "underfitting"]),
    ];

    private static IEnumerable<IllRun> Gradients() =>
    [
        new(
            "digits-recurrent-without-clipping",
            ModelSource.Of("[Hyperparams(Lr = 0.02, BatchSize = 32, Epochs = 8), Classification, Sgd(Momentum = 0.9)]", Bodies.PixelRnn), IllData.Digits,
            ["exploding-gradients"], ["lr-too-high", "underfitting", .. AfterHighRate]),
        new(
            "digits-deep-sigmoid",
            ModelSource.Of("[Hyperparams(Lr = 0.05, BatchSize = 32, Epochs = 15), Classification, Sgd(Momentum = 0.9)]", Bodies.DeepSigmoid), IllData.Digits,
            ["vanishing-gradients"], ["lr-too-low", "plateau-without-decay", "underfitting"]),
        Digits(
            "digits-clip-1e-3", "[Hyperparams(Lr = 0.1, BatchSize = 32, Epochs = 15), Classification, Sgd, ClipGradNorm(1e-3)]",
            ["always-clipping"], ["underfitting", "lr-too-low"]),
        Words(
            "words-clip-1e-2", "[Hyperparams(Lr = 1e-2, BatchSize = 32, Epochs = 6), NextToken, AdamW, Cosine, ClipGradNorm(1e-2)]",
            ["always-clipping"], ["underfitting", "lr-too-low"]),
        Digits(
            "digits-dead-relu", "[Hyperparams(Lr = 0.1, BatchSize = 32, Epochs = 15), Classification, AdamW]",
            ["dead-units"], ["lr-too-high", .. AfterHighRate]),
    ];

    private static IEnumerable<IllRun> DataAndLabels() =>
    [
        new(
            "digits-outliers",
            ModelSource.Of("[Hyperparams(Lr = 3e-3, BatchSize = 32, Epochs = 15), Classification, AdamW]", Bodies.SoftmaxRegression),
            static seed => IllData.WithOutliers(IllData.Digits(seed), 3, 1000),
            ["loss-spikes"], ["exploding-gradients", "label-noise", "lr-too-high", "overfitting", "underfitting"]),
        new(
            "digits-slow-to-read",
            ModelSource.Of("[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 5), Classification, AdamW, Cosine]", Bodies.Mlp(64, 10)),
            static seed => IllData.Slow(IllData.First(IllData.Digits(seed), 500), 4),
            ["data-bound"], []),
        new(
            "digits-rare-eights",
            ModelSource.Of("[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 8), Classification, AdamW, Cosine]", Bodies.SoftmaxRegression),
            static seed => IllData.RareEights(IllData.Digits(seed), 6),
            ["class-imbalance"], ["underfitting"]),
        new(
            "digits-wrong-labels",
            ModelSource.Of("[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 15), Classification, AdamW, Cosine]", Bodies.Mlp(64, 10)),
            static seed => IllData.Mislabelled(IllData.Digits(seed), 0.05, seed),
            ["label-noise"], ["overfitting"]),
        new(
            "fashion-wrong-labels",
            ModelSource.Of("[Hyperparams(Lr = 3e-3, BatchSize = 32, Epochs = 6), Classification, AdamW, Cosine]", Bodies.Cnn(28)),
            static seed => IllData.Mislabelled(IllData.Fashion(seed), 0.05, seed),
            ["label-noise"], ["overfitting"]),
    ];

    private static IEnumerable<IllRun> Stops() =>
    [
        new(
            "digits-few-validated",
            ModelSource.Of("[Hyperparams(Lr = 1e-2, BatchSize = 16, Epochs = 60), Classification, AdamW, EarlyStop(5)]", Bodies.Mlp(64, 10)),
            static seed => IllData.FewValidated(IllData.Mislabelled(IllData.Digits(seed), 0.2, seed), 20),
            ["noisy-validation"], ["stopped-too-soon", "overfitting", "plateau-without-decay", "label-noise", "loss-spikes"]),
        new(
            "fashion-patience-2",
            ModelSource.Of("[Hyperparams(Lr = 1e-2, BatchSize = 32, Epochs = 40), Classification, AdamW, EarlyStop(2)]", Bodies.Cnn(28)),
            IllData.Fashion,
            ["stopped-too-soon"], ["noisy-validation", "underfitting", "label-noise"]),
        new(
            "fashion-frozen-trunk",
            ModelSource.Of("[Hyperparams(Lr = 3e-3, BatchSize = 32, Epochs = 6), Classification, AdamW, Cosine, Freeze(\"trunk\", UntilEpoch = 20)]", Bodies.Cnn(28)),
            IllData.Fashion,
            ["frozen-forever"], ["underfitting", "label-noise"]),
        new(
            "digits-frozen-trunk",
            ModelSource.Of("[Hyperparams(Lr = 1e-2, BatchSize = 32, Epochs = 40), Classification, AdamW, Cosine, Freeze(\"trunk\")]", Bodies.Cnn(8)),
            static seed => IllData.Mislabelled(IllData.Digits(seed), 0.2, seed),
            ["frozen-forever"], ["label-noise", "overfitting"]),
    ];

    private static IEnumerable<IllRun> Precisions() =>
    [
        Digits(
            "digits-amp", "[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 10), Classification, AdamW, Cosine, Amp]",
            CpuFeatures.HasNativeBf16 ? ["amp-not-paying"] : [], []),
        new(
            "digits-fp16-outliers",
            ModelSource.Of("[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 10), Classification, AdamW, Cosine, Amp(AmpMode.Fp16)]", Bodies.Mlp(64, 10)),
            static seed => IllData.WithOutliers(IllData.Digits(seed), 8, 1e6),
            ["amp-scale-collapsing"], ["amp-not-paying", "loss-spikes", "exploding-gradients", "label-noise"])
        {
            AllowsHalfOnCpu = true,
        },
    ];

    private static IllRun Digits(string name, string attributes, string[] must, string[] may) =>
        new(name, ModelSource.Of(attributes, Bodies.Mlp(64, 10)), IllData.Digits, must, may);

    private static IllRun Wine(string name, string attributes, string[] must, string[] may) =>
        new(name, ModelSource.Of(attributes, Bodies.Mlp(13, 3)), IllData.Wine, must, may);

    private static IllRun Fashion(string name, string attributes, string[] must, string[] may) =>
        new(name, ModelSource.Of(attributes, Bodies.Cnn(28)), IllData.Fashion, must, may);

    private static IllRun Words(string name, string attributes, string[] must, string[] may) =>
        new(name, ModelSource.Of(attributes, Bodies.Lstm), IllData.FewWords, must, may);
}
