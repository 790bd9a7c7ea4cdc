namespace TrainSdk.Optim.Kernels;

/// <summary>The numbers of one step of stochastic gradient descent.</summary>
/// <param name="Lr">Learning rate.</param>
/// <param name="Momentum">Share of the last update kept; 0 for none.</param>
/// <param name="IsNesterov">Whether the step looks ahead along the momentum.</param>
/// <param name="WeightDecay">L2 factor added to the gradient.</param>
internal readonly record struct SgdNumbers(double Lr, double Momentum, bool IsNesterov, double WeightDecay);
