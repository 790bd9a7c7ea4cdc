namespace TrainSdk.Trials;

/// <summary>One step of a range test.</summary>
/// <param name="Lr">Its learning rate.</param>
/// <param name="Loss">The training loss before it.</param>
/// <param name="Smoothed">The mean over it and the steps before, which count the less the further back they are.</param>
internal readonly record struct LrPoint(double Lr, double Loss, double Smoothed);
