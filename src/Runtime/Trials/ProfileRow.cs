namespace TrainSdk.Trials;

/// <summary>One measurement of a profile.</summary>
/// <param name="Threads">Threads within one operation on the CPU.</param>
/// <param name="Workers">Threads that read samples beside the training step.</param>
/// <param name="SamplesPerSecond">Training samples per second.</param>
/// <param name="Steps">Steps that were measured.</param>
/// <param name="Times">What their time went into.</param>
internal sealed record ProfileRow(int Threads, int Workers, double SamplesPerSecond, int Steps, StepTimes Times);
