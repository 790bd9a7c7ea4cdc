using TrainSdk.Metrics;

namespace TrainSdk.Training;

/// <summary>What <c>OnCheckpointStart</c> and <c>OnCheckpointEnd</c> are given.</summary>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Step">Optimizer steps taken since the start of the run.</param>
/// <param name="Validation">What the weights were measured with; <see cref="Evaluation.None"/> without a validation split.</param>
/// <param name="Path">The weights file, which is written with the next checkpoint; null where no run folder is written.</param>
public readonly record struct CheckpointSummary(int Epoch, long Step, Evaluation Validation, string? Path);
