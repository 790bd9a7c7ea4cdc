using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>Fused kernels through libtorch's C interface: one call per step, over handles, without an object per gradient.</summary>
internal sealed class AbiKernels(StableAbi abi) : IKernels
{
    /// <inheritdoc/>
    public Tensor? Norm(ParameterGroup group)
    {
        TakeGradients(group);
        if (group.Present.Count == 0)
        {
            return null;
        }
        if (HostNorm.Fits(group) && group.Present.TrueForAll(index => IsLaidOut(group, index)))
        {
            return NormOnHost(group);
        }
        var norms = abi.NewList(group.Present.Count);
        foreach (var index in group.Present)
        {
            abi.Push(norms, StableValue.Of(abi.NewNormHandle(group.GradientHandles[index])));
            abi.Delete(group.GradientHandles[index]);
        }
        Span<ulong> stack = [StableValue.Of(norms), StableValue.Of(0L)];
        abi.Call("aten::stack"u8, ""u8, stack);
        var stacked = StableValue.ToHandle(stack[0]);
        var norm = abi.NewNormHandle(stacked);
        abi.Delete(stacked);
        return Tensor.UnsafeCreateTensor(norm);
    }

    /// <inheritdoc/>
    public void Multiply(ParameterGroup group, Tensor factor)
    {
        TakeGradients(group);
        if (group.Present.Count > 0)
        {
            abi.Call("aten::_foreach_mul_"u8, "Tensor"u8, [GradientList(group), Handle(factor)]);
        }
    }

    /// <inheritdoc/>
    public void Adam(AdamState state, in AdamNumbers numbers, in StepGuard guard)
    {
        var group = state.Group;
        TakeLaidOutGradients(group);
        if (group.Present.Count == 0)
        {
            return;
        }
        state.Advance(guard);
        abi.Call(numbers.IsDecoupled ? "aten::_fused_adamw_"u8 : "aten::_fused_adam_"u8, ""u8,
        [
            List(group, group.Parameters),
            GradientList(group),
            List(group, state.FirstMoments),
            List(group, state.SecondMoments),
            StableValue.Of(abi.NewList(0)),
            List(group, state.StepOf),
            StableValue.Of(numbers.Lr),
            StableValue.Of(numbers.Beta1),
            StableValue.Of(numbers.Beta2),
            StableValue.Of(numbers.WeightDecay),
            StableValue.Of(numbers.Eps),
            StableValue.Of(false),
            StableValue.Of(false),
            StableValue.None,
            FoundInf(guard),
        ]);
    }

    /// <inheritdoc/>
    public void Sgd(SgdState state, in SgdNumbers numbers, in StepGuard guard)
    {
        var group = state.Group;
        TakeLaidOutGradients(group);
        if (group.Present.Count == 0)
        {
            return;
        }
        abi.Call("aten::_fused_sgd_"u8, ""u8,
        [
            List(group, group.Parameters),
            GradientList(group),
            state.Momentum.Length == 0 ? StableValue.Of(abi.NewList(0)) : List(group, state.Momentum),
            StableValue.Of(numbers.WeightDecay),
            StableValue.Of(numbers.Momentum),
            StableValue.Of(numbers.Lr),
            StableValue.Of(0.0),
            StableValue.Of(numbers.IsNesterov),
            StableValue.Of(false),
            StableValue.Of(false),
            StableValue.None,
            FoundInf(guard),
        ]);
    }

    private unsafe Tensor NormOnHost(ParameterGroup group)
    {
        var squares = 0.0;
        foreach (var index in group.Present)
        {
            var gradient = group.GradientHandles[index];
            squares += HostNorm.SquaresOf(group.Dtype, abi.DataPointer(gradient), (int)abi.ElementCount(gradient));
            abi.Delete(gradient);
        }
        return HostNorm.Root(group.Dtype, squares);
    }

    private bool IsLaidOut(ParameterGroup group, int index)
    {
        var layout = group.Layouts[index];
        return layout.Matches(abi.Strides(group.GradientHandles[index], layout.Dimensions));
    }

    private void TakeGradients(ParameterGroup group)
    {
        group.Present.Clear();
        for (var index = 0; index < group.Parameters.Length; index++)
        {
            var gradient = abi.NewGradientHandle(group.Parameters[index].Handle);
            if (gradient != 0)
            {
                group.GradientHandles[index] = gradient;
                group.Present.Add(index);
            }
        }
    }

    private void TakeLaidOutGradients(ParameterGroup group)
    {
        TakeGradients(group);
        foreach (var index in group.Present)
        {
            if (!IsLaidOut(group, index))
            {
                abi.Delete(group.GradientHandles[index]);
                group.LayOutGradient(index);
                group.GradientHandles[index] = abi.NewGradientHandle(group.Parameters[index].Handle);
            }
        }
    }

    private ulong FoundInf(in StepGuard guard) => guard.IsKnown ? StableValue.None : StableValue.Some(Handle(guard.FoundInf));

    private ulong Handle(Tensor tensor) => StableValue.Of(abi.NewHandle(tensor.Handle));

    private ulong List(ParameterGroup group, Tensor[] tensors)
    {
        var list = abi.NewList(group.Present.Count);
        foreach (var index in group.Present)
        {
            abi.Push(list, Handle(tensors[index]));
        }
        return StableValue.Of(list);
    }

    private ulong GradientList(ParameterGroup group)
    {
        var list = abi.NewList(group.Present.Count);
        foreach (var index in group.Present)
        {
            abi.Push(list, StableValue.Of(group.GradientHandles[index]));
        }
        return StableValue.Of(list);
    }
}
