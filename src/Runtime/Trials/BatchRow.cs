namespace TrainSdk.Trials;

/// <summary>What one batch size was measured with.</summary>
/// <param name="Batch">Samples per batch.</param>
/// <param name="Pace">How fast its steps are.</param>
/// <param name="Bytes">Most memory of the process while they were taken.</param>
internal sealed record BatchRow(long Batch, StepPace Pace, long Bytes);
