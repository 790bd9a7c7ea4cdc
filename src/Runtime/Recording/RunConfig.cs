using TrainSdk.Precision;

namespace TrainSdk.Recording;

/// <summary>What a run was started with: <c>config.json</c>. Evaluation, prediction and resuming take it over the attributes.</summary>
internal sealed record RunConfig
{
    /// <summary>Version of the file's form; properties are only added within one.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the file's form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Name of the model class.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the caller built the model, so that the settings' constructor values do not describe it.</summary>
    public bool External { get; init; }

    /// <summary>Start of the run, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Seed of weights, shuffling and dropout.</summary>
    public required long Seed { get; init; }

    /// <summary>Seed of the choice of held-out samples.</summary>
    public required long SplitSeed { get; init; }

    /// <summary>The effective settings, by their name in JSON (<c>clipGradNorm</c>).</summary>
    public required IReadOnlyDictionary<string, RecordedSetting> Settings { get; init; }

    /// <summary>Sizes of the splits.</summary>
    public required RecordedSamples Samples { get; init; }

    /// <summary>Shape of one input.</summary>
    public required IReadOnlyList<long> InputShape { get; init; }

    /// <summary>Names of the classes by index; empty for numbers as targets.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Where it was computed: <c>cpu</c>, <c>cuda:0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>The number type of matrix products and convolutions: <c>float32</c>, <c>bf16</c> or <c>fp16</c>.</summary>
    public string Precision { get; init; } = MixedPrecision.Off.ToString();

    /// <summary>Threads within one operation on the CPU; part of what makes two runs the same bits.</summary>
    public required int Threads { get; init; }

    /// <summary>Steps that the recorder keeps on the device before it writes them.</summary>
    public required int RecorderSteps { get; init; }

    /// <summary>
    /// How the optimizer's steps were computed: <c>abi</c>, <c>script</c> or <c>torchsharp</c>; null in runs that did not record it. The
    /// numbers agree but for rounding, so that two runs have the same bits on one route only.
    /// </summary>
    public string? OptimizerRoute { get; init; }

    /// <summary>Versions of TrainSdk, TorchSharp, libtorch, .NET and the operating system.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>The learning rate that the schedule started from, where <c>[ScaleLr]</c> fitted it to the batch; null without.</summary>
    public double? EffectiveLr { get; init; }

    /// <summary>Whether the model has BatchNorm.</summary>
    public bool HasBatchNorm { get; init; }

    /// <summary>Training samples by class; null where targets are no classes, or not in memory.</summary>
    public IReadOnlyList<long>? ClassCounts { get; init; }

    /// <summary>Each time that the run was resumed, the first first.</summary>
    public IReadOnlyList<Resumption> Resumed { get; init; } = [];

    /// <summary>Data that the command line gave in place of the app's own; null for these.</summary>
    public RecordedData? Data { get; init; }
}
