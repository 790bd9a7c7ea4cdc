using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>
/// What a method does to the weights in one step. Its mathematics stand here for one parameter, in TorchSharp's operations, and for lists
/// of parameters at once, as a fused kernel or a script over foreach operations. None of them knows of steps that are left out: those who
/// call see to it.
/// </summary>
internal abstract class Update
{
    /// <summary>The tensors like the parameter that are kept of each.</summary>
    public virtual IReadOnlyList<Kept> Buffers => [];

    /// <summary>The float64 numbers that are kept of each parameter.</summary>
    public virtual IReadOnlyList<Kept> Scalars => [];

    /// <summary>Whether the step count of a parameter matters.</summary>
    public virtual bool CountsSteps => false;

    /// <summary>libtorch's own kernel; null where it has none.</summary>
    public virtual FusedKernel? Fused => null;

    /// <summary>The step over lists; null where the fused kernel runs on every device.</summary>
    public virtual UpdateScript? Script => null;

    /// <summary>
    /// Numbers that depend on a parameter's step count, each a float64 vector with one element per parameter, computed on the device once
    /// per step, after it was counted. They are tensors of the present dispose scope.
    /// </summary>
    public virtual Tensor[] Coefficients(UpdateState state, in StepRates rates) => [];

    /// <summary>The step of one parameter, in place.</summary>
    public abstract void Apply(in ParameterSlice slice, in StepRates rates);
}
