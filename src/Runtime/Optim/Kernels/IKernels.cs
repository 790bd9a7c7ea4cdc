using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// The computations of a step that run over all parameters of a group. Three implementations give the same numbers at different speed:
/// <see cref="AbiKernels"/>, <see cref="ScriptKernels"/> and <see cref="TorchSharpKernels"/>.
/// </summary>
internal interface IKernels : IUpdateKernel
{
    /// <summary>The p-norm over all gradients; null where there is none.</summary>
    /// <param name="group">The parameters.</param>
    /// <param name="order">p: 2, another number above 0, or infinity.</param>
    Tensor? Norm(ParameterGroup group, double order);

    /// <summary>Multiplies every gradient by a scalar, in place.</summary>
    void Multiply(ParameterGroup group, Tensor factor);

    /// <summary>Brings every number of every gradient between the bound's negative and the bound, in place.</summary>
    void Clamp(ParameterGroup group, double bound);

    /// <summary>Moves averages to their weights: average + share · (weight − average).</summary>
    /// <param name="group">Averages and weights of one type on one device.</param>
    /// <param name="share">The weights' share, 0 to 1.</param>
    void Lerp(LerpGroup group, double share);

    /// <summary>Copies tensors into others of their shapes and types on the same device, each into the one at its place.</summary>
    void Copy(Tensor[] targets, Tensor[] sources);
}
