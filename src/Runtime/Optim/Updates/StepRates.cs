namespace TrainSdk.Optim.Updates;

/// <summary>What differs from step to step and from group to group.</summary>
/// <param name="Lr">Learning rate: the optimizer's times the group's share.</param>
/// <param name="WeightDecay">Factor of the weight decay.</param>
internal readonly record struct StepRates(double Lr, double WeightDecay);
