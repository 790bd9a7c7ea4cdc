namespace TrainSdk.Training;

/// <summary>What <c>OnStepStart</c> is given.</summary>
/// <param name="Step">Optimizer step from 0.</param>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Lr">Learning rate of the step.</param>
public readonly record struct StepStart(long Step, int Epoch, double Lr);
