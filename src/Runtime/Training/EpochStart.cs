namespace TrainSdk.Training;

/// <summary>What <c>OnEpochStart</c> is given.</summary>
/// <param name="Epoch">Epoch from 0.</param>
/// <param name="Step">Optimizer steps taken since the start of the run.</param>
public readonly record struct EpochStart(int Epoch, long Step);
