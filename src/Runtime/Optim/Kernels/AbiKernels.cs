using TrainSdk.Native;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Fused kernels through libtorch's C interface: one call per step, over handles, without an object per gradient. What libtorch has no
/// fused kernel for takes numbers that the interface cannot pass, and goes through TorchScript.
/// </summary>
internal sealed class AbiKernels(StableAbi abi) : IKernels
{
    private readonly ScriptedUpdates _scripts = new();
    private readonly TorchSharpKernels _plain = new();

    /// <inheritdoc/>
    public Tensor? Norm(ParameterGroup group, double order)
    {
        if (order != 2)
        {
            return _plain.Norm(group, order);
        }
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
            var arguments = new AbiArguments(abi, group, stackalloc ulong[AbiArguments.Capacity]);
            arguments.Gradients();
            arguments.One(factor);
            abi.Call("aten::_foreach_mul_"u8, "Tensor"u8, arguments.Written);
        }
    }

    /// <inheritdoc/>
    public void Clamp(ParameterGroup group, double bound) => _plain.Clamp(group, bound);

    /// <inheritdoc/>
    public void Step(UpdateState state, in StepRates rates, in StepGuard guard)
    {
        var group = state.Group;
        if (state.Update.Fused is not { } kernel || !kernel.RunsOn(group.Device))
        {
            _scripts.Of(state.Update, group.Device).Step(state, rates, guard);
            return;
        }
        TakeLaidOutGradients(group);
        if (group.Present.Count == 0)
        {
            return;
        }
        state.Advance(guard);
        var arguments = new AbiArguments(abi, group, stackalloc ulong[AbiArguments.Capacity]);
        arguments.Each(group.Parameters);
        arguments.Gradients();
        kernel.Push(ref arguments, state, rates);
        arguments.Optional(null);
        arguments.Optional(guard.IsKnown ? null : guard.FoundInf);
        abi.Call(kernel.Operator, ""u8, arguments.Written);
    }

    /// <inheritdoc/>
    public void Lerp(LerpGroup group, double share)
    {
        group.Share.fill_(share);
        Tensor[] shares = [.. group.Averages.Select(_ => group.Share)];
        Span<ulong> stack = [StableValue.Of(ListOf(group.Averages)), StableValue.Of(ListOf(group.Weights)), StableValue.Of(ListOf(shares))];
        abi.Call("aten::_foreach_lerp_"u8, "List"u8, stack);
    }

    /// <inheritdoc/>
    public void Copy(Tensor[] targets, Tensor[] sources)
    {
        Span<ulong> stack = [StableValue.Of(ListOf(targets)), StableValue.Of(ListOf(sources)), StableValue.Of(false)];
        abi.Call("aten::_foreach_copy_"u8, ""u8, stack);
    }

    private nint ListOf(Tensor[] tensors)
    {
        var list = abi.NewList(tensors.Length);
        foreach (var tensor in tensors)
        {
            abi.Push(list, StableValue.Of(abi.NewHandle(tensor.Handle)));
        }
        return list;
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
}
