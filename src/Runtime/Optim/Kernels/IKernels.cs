using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// The computations of a step that run over all parameters of a group. Three implementations give the same numbers at different speed:
/// <see cref="AbiKernels"/>, <see cref="ScriptKernels"/> and <see cref="TorchSharpKernels"/>. None of them makes the host wait, and all
/// leave parameters without a gradient, and their state, as they are. Call them without gradient tracking.
/// </summary>
internal interface IKernels
{
    /// <summary>The 2-norm of the 2-norms of all gradients; null where there is none.</summary>
    Tensor? Norm(ParameterGroup group);

    /// <summary>Multiplies every gradient by a scalar, in place.</summary>
    void Multiply(ParameterGroup group, Tensor factor);

    /// <summary>One step of Adam or AdamW.</summary>
    /// <param name="state">Parameters, moments and step counts.</param>
    /// <param name="numbers">Rates and factors.</param>
    /// <param name="guard">Whether weights and state stay as they are.</param>
    void Adam(AdamState state, in AdamNumbers numbers, in StepGuard guard);

    /// <summary>One step of stochastic gradient descent.</summary>
    /// <param name="state">Parameters and momentum.</param>
    /// <param name="numbers">Rates and factors.</param>
    /// <param name="guard">Whether weights and state stay as they are.</param>
    void Sgd(SgdState state, in SgdNumbers numbers, in StepGuard guard);
}
