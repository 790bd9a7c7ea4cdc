namespace TrainSdk.Training;

/// <summary>Where a run stands between two steps.</summary>
/// <param name="Epoch">The epoch that the loop is in, from 0; the number of epochs at the end.</param>
/// <param name="Step">Optimizer steps done since the start of the run. At an epoch's last step its validation is still to do.</param>
/// <param name="Stop">Why it stops there; null where it goes on.</param>
public readonly record struct RunPosition(int Epoch, long Step, StopReason? Stop);
