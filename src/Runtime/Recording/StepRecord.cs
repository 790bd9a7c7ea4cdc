namespace TrainSdk.Recording;

/// <summary>What one optimizer step did.</summary>
internal readonly record struct StepRecord(long Step, int Epoch, double Lr, double Loss, double Weight, double GradNorm);
