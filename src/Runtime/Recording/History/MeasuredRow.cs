namespace TrainSdk.Recording.History;

/// <summary>A split's loss and metrics at one moment of a run.</summary>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Step">Optimizer steps done since the start of the run.</param>
/// <param name="Loss">Mean loss by sample.</param>
/// <param name="Metrics">By name, in the model's order.</param>
internal sealed record MeasuredRow(int Epoch, long Step, double Loss, IReadOnlyDictionary<string, double> Metrics);
