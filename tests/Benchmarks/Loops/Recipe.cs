namespace TrainSdk.Benchmarks.Loops;

/// <summary>What the loops written by hand must do besides the plain step, to do the same work as the generated one.</summary>
internal sealed record Recipe
{
    public const double Lr = 1e-3;
    public const double WeightDecay = 1e-4;
    public const int BatchSize = 64;

    /// <summary>0 for none.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Largest gradient norm; null leaves the gradients as they are.</summary>
    public double? MaxNorm { get; init; }

    /// <summary>Steps of linear warmup before a cosine down to 0; null for a constant rate.</summary>
    public int? Warmup { get; init; }

    /// <summary>Batches per optimizer step.</summary>
    public int Accumulate { get; init; } = 1;

    /// <summary>Batches in an epoch, the short one included.</summary>
    public static int Batches(long samples) => (int)((samples + BatchSize - 1) / BatchSize);

    /// <summary>Whether the optimizer steps after a batch, counted from 1.</summary>
    public bool IsStep(int batch, int batches) => batch % Accumulate == 0 || batch == batches;

    /// <summary>Optimizer steps in an epoch.</summary>
    public int Steps(int batches) => (batches + Accumulate - 1) / Accumulate;

    /// <summary>The learning rate of a step.</summary>
    public double LrAt(int step, int steps) => Warmup switch
    {
        null => Lr,
        { } warmup when step < warmup => Lr * (step + 1) / warmup,
        { } warmup => Lr * 0.5 * (1 + Math.Cos(Math.PI * (step - warmup) / (steps - warmup))),
    };
}
