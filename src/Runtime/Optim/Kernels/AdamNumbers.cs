namespace TrainSdk.Optim.Kernels;

/// <summary>The numbers of one Adam step.</summary>
/// <param name="Lr">Learning rate.</param>
/// <param name="Beta1">Decay of the running mean of gradients.</param>
/// <param name="Beta2">Decay of the running mean of squared gradients.</param>
/// <param name="Eps">Added to the denominator.</param>
/// <param name="WeightDecay">Factor of the weight decay.</param>
/// <param name="IsDecoupled">Whether weights shrink by themselves (AdamW), or through an L2 term in the gradient (Adam).</param>
internal readonly record struct AdamNumbers(double Lr, double Beta1, double Beta2, double Eps, double WeightDecay, bool IsDecoupled);
