using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>The arguments of a fused kernel, written one after the other for libtorch's C interface.</summary>
internal ref struct AbiArguments
{
    /// <summary>Room for the longest list of arguments, which is Adam's.</summary>
    public const int Capacity = 16;

    private readonly StableAbi _abi;
    private readonly ParameterGroup _group;
    private readonly Span<ulong> _stack;
    private int _count;

    public AbiArguments(StableAbi abi, ParameterGroup group, Span<ulong> stack)
    {
        _abi = abi;
        _group = group;
        _stack = stack;
    }

    /// <summary>What was written.</summary>
    public readonly Span<ulong> Written => _stack[.._count];

    /// <summary>The gradients, whose handles the kernel takes over.</summary>
    public void Gradients()
    {
        var list = _abi.NewList(_group.Present.Count);
        foreach (var index in _group.Present)
        {
            _abi.Push(list, StableValue.Of(_group.GradientHandles[index]));
        }
        Put(StableValue.Of(list));
    }

    /// <summary>Of an array with a tensor per parameter those that have a gradient; an empty array stays empty.</summary>
    public void Each(Tensor[] ofAll)
    {
        var list = _abi.NewList(_group.Present.Count);
        if (ofAll.Length > 0)
        {
            foreach (var index in _group.Present)
            {
                _abi.Push(list, StableValue.Of(_abi.NewHandle(ofAll[index].Handle)));
            }
        }
        Put(StableValue.Of(list));
    }

    public void One(Tensor tensor) => Put(StableValue.Of(_abi.NewHandle(tensor.Handle)));

    public void Number(double number) => Put(StableValue.Of(number));

    public void Flag(bool flag) => Put(StableValue.Of(flag));

    /// <summary>An optional tensor; null leaves it out.</summary>
    public void Optional(Tensor? tensor) =>
        Put(tensor is null ? StableValue.None : StableValue.Some(StableValue.Of(_abi.NewHandle(tensor.Handle))));

    private void Put(ulong value) => _stack[_count++] = value;
}
