using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>A kernel of libtorch that does a method's whole step: one pass over the memory.</summary>
internal abstract class FusedKernel
{
    /// <summary>The operator's name, such as <c>aten::_fused_adam_</c>.</summary>
    public abstract ReadOnlySpan<byte> Operator { get; }

    /// <summary>The same call in TorchScript.</summary>
    public abstract UpdateScript Script { get; }

    /// <summary>Whether libtorch has the kernel for a device.</summary>
    public virtual bool RunsOn(Device device) => true;

    /// <summary>Appends what the operator takes between the gradients and the gradients' scale, in its order.</summary>
    public abstract void Push(ref AbiArguments arguments, UpdateState state, in StepRates rates);
}
