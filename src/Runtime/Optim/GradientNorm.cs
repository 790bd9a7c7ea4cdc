using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>The norm over all gradients of a step, still on the device: reading it would make the host wait.</summary>
/// <param name="Value">A scalar; the norm before clipping: the 2-norm, or the p-norm that clipping goes by.</param>
/// <param name="IsNotFinite">
/// A float32 scalar, 1 where the norm is NaN or infinite and 0 otherwise: such a step must not reach the weights.
/// </param>
public readonly record struct GradientNorm(Tensor Value, Tensor IsNotFinite);
