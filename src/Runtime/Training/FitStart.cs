using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>What <c>OnFitStart</c> is given: a run before its first epoch.</summary>
/// <param name="Epochs">Epochs at most.</param>
/// <param name="StepsPerEpoch">Optimizer steps in one epoch.</param>
/// <param name="Folder">The folder of the run; null where none is written.</param>
public readonly record struct FitStart(int Epochs, long StepsPerEpoch, RunFolder? Folder);
