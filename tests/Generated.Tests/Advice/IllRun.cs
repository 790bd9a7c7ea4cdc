using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests.Advice;

/// <summary>A small run that is ill in one way, and what advice has to make of it.</summary>
/// <param name="Name">Its illness.</param>
/// <param name="Train">Trains it with a seed.</param>
/// <param name="Must">Findings that must be told of.</param>
/// <param name="May">Findings that may be told of; all others must not be.</param>
internal sealed record IllRun(string Name, Action<long, RunOptions> Train, string[] Must, string[] May)
{
    private static readonly DataSplits Data = Samples.Pictures(train: 400, held: 200);
    private static readonly DataSplits Unlearnable = WithRandomLabels();

    /// <summary>The table, written before the thresholds were tried on it.</summary>
    public static IReadOnlyList<IllRun> All { get; } =
    [
        new("healthy", static (seed, options) => Plain(new() { Seed = seed, Epochs = 15, Lr = 3e-3 }, options), [], []),
        new("healthy and short", static (seed, options) => Plain(new() { Seed = seed, Epochs = 3, Lr = 3e-3 }, options), [], ["underfitting"]),
        new("a rate of 30", static (seed, options) => Plain(new() { Seed = seed, Epochs = 10, Lr = 30 }, options),
            ["lr-too-high"], ["exploding-gradients", "loss-spikes", "dead-units", "vanishing-gradients"]),
        new("a rate of 1e-6", static (seed, options) => Plain(new() { Seed = seed, Epochs = 10, Lr = 1e-6 }, options),
            ["lr-too-low"], ["underfitting"]),
        new("labels without sense", static (seed, options) =>
            PlainModel.Train(Unlearnable, new() { Seed = seed, Epochs = 120, Lr = 1e-2, Dropout = 0 }, options).Model.Dispose(),
            ["overfitting"], ["dead-units", "label-noise"]),
        new("a clip of 0.01", static (seed, options) =>
            ClipGradNormModel.Train(Data, new() { Seed = seed, Epochs = 12, Lr = 3e-3, ClipGradNorm = 0.01 }, options).Model.Dispose(),
            ["always-clipping"], ["underfitting"]),
        new("a layer frozen for longer than the run", static (seed, options) =>
            FreezeModel.Train(Data, new() { Seed = seed, Epochs = 6, Lr = 3e-3, FreezeNorm = 50 }, options).Model.Dispose(),
            ["frozen-forever"], ["underfitting"]),
        new("two samples at a time for BatchNorm", static (seed, options) =>
            FreezeModel.Train(Data, new() { Seed = seed, Epochs = 4, Lr = 3e-3, BatchSize = 2 }, options).Model.Dispose(),
            ["tiny-batch-norm"], ["batch-too-small", "underfitting", "frozen-forever"]),
    ];

    private static void Plain(PlainModel.Hyperparameters settings, RunOptions options) =>
        PlainModel.Train(Data, settings, options).Model.Dispose();

    // Each label belongs to another picture: there is nothing to learn but the samples.
    private static DataSplits WithRandomLabels()
    {
        static DataSet Rolled(DataSet set) => new(set.Inputs, set.Targets.roll([7L]), set.ClassNames);
        return new DataSplits(Rolled(Data.Train), Rolled(Data.Validation!));
    }
}
