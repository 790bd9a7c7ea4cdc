using TrainSdk.Metrics;

namespace TrainSdk.Training;

/// <summary>What <c>OnValidationEnd</c> is given.</summary>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Step">Optimizer steps taken since the start of the run.</param>
/// <param name="Evaluation">What was measured; <see cref="Evaluation.None"/> without a validation split.</param>
public readonly record struct ValidationSummary(int Epoch, long Step, Evaluation Evaluation);
