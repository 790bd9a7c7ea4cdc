using System.Text;

namespace TrainSdk.Native;

/// <summary>
/// libtorch's stable C interface (<c>torch/csrc/stable</c>): calls any operator of libtorch by name, with lists of tensors and numbers,
/// without a C++ compiler. It cannot pass a <c>Scalar</c>, so operators that take one stay with TorchSharp.
/// </summary>
internal sealed unsafe class StableAbi
{
    private const int Major = 2;
    private const int FirstMinor = 10;

    // The version whose operator signatures are encoded here; a later libtorch adapts to it.
    private const ulong WrittenFor = ((ulong)Major << 56) | ((ulong)FirstMinor << 48);

    private readonly delegate* unmanaged[Cdecl]<byte*, byte*, ulong*, ulong, int> _callDispatcher;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nuint, nint*, int> _newList;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, ulong, int> _pushBack;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint*, int> _newTensorHandle;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _deleteTensor;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int> _elementCount;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void**, int> _dataPointer;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long**, int> _strides;
    private readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint> _gradient;
    private readonly delegate* unmanaged[Cdecl]<nint, float, nint> _norm;

    /// <summary>Looks the functions up.</summary>
    /// <param name="find">The address of an exported function; 0 where there is none.</param>
    /// <exception cref="NotSupportedException">The version is another one, or a function is missing; the message says which.</exception>
    public StableAbi(Func<string, nint> find)
    {
        var version = ((delegate* unmanaged[Cdecl]<ulong>)Find(find, ExportNames.AbiVersion))();
        var (major, minor) = ((int)(version >> 56), (int)(version >> 48) & 0xFF);
        Version = $"{major}.{minor}";
        if (major != Major || minor < FirstMinor)
        {
            throw new NotSupportedException($"libtorch is {Version}, and its C interface is known from {Major}.{FirstMinor} on");
        }
        _callDispatcher = (delegate* unmanaged[Cdecl]<byte*, byte*, ulong*, ulong, int>)Find(find, ExportNames.CallDispatcher);
        _newList = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nuint, nint*, int>)Find(find, ExportNames.NewList);
        _pushBack = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, ulong, int>)Find(find, ExportNames.PushBack);
        _newTensorHandle = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint*, int>)Find(find, ExportNames.NewTensorHandle);
        _deleteTensor = (delegate* unmanaged[Cdecl]<nint, int>)Find(find, ExportNames.DeleteTensor);
        _elementCount = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long*, int>)Find(find, ExportNames.ElementCount);
        _dataPointer = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, void**, int>)Find(find, ExportNames.DataPointer);
        _strides = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long**, int>)Find(find, ExportNames.Strides);
        _gradient = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint>)Find(find, ExportNames.Gradient);
        _norm = (delegate* unmanaged[Cdecl]<nint, float, nint>)Find(find, ExportNames.Norm);
    }

    /// <summary>Opens the interface of the libtorch that TorchSharp has loaded, and proves it on a tensor.</summary>
    /// <exception cref="NotSupportedException">It cannot be had; the message says why.</exception>
    public static StableAbi Open()
    {
        var library = TorchLibrary.Instance ?? throw new NotSupportedException(TorchLibrary.Problem);
        var abi = new StableAbi(name => library.TryExport(name, out var address) ? address : 0);
        StableAbiCheck.Run(abi);
        return abi;
    }

    /// <summary>Version of libtorch, such as <c>2.10</c>.</summary>
    public string Version { get; }

    /// <summary>
    /// Calls an operator. It takes over every handle and list on the stack and leaves its results from the stack's start on.
    /// </summary>
    /// <param name="name">Such as <c>aten::stack</c>, zero-terminated as UTF-8 literals are.</param>
    /// <param name="overload">Such as <c>Tensor</c>; empty for the operator without one.</param>
    /// <param name="stack">Arguments in the order of the operator's signature, all of them: there are no defaults here.</param>
    /// <exception cref="TrainException">libtorch refused.</exception>
    public void Call(ReadOnlySpan<byte> name, ReadOnlySpan<byte> overload, Span<ulong> stack)
    {
        int refused;
        fixed (byte* nameStart = name)
        fixed (byte* overloadStart = overload.IsEmpty ? "\0"u8 : overload)
        fixed (ulong* values = stack)
        {
            refused = _callDispatcher(nameStart, overloadStart, values, WrittenFor);
        }
        if (refused != 0)
        {
            throw Refused(Encoding.UTF8.GetString(name));
        }
    }

    /// <summary>A new list with room for a number of values; the operator that receives it takes it over.</summary>
    public nint NewList(int capacity)
    {
        nint list;
        Require(_newList((nuint)capacity, &list), ExportNames.NewList);
        return list;
    }

    /// <summary>Appends a value; a handle belongs to the list from then on.</summary>
    public void Push(nint list, ulong value) => Require(_pushBack(list, value), ExportNames.PushBack);

    /// <summary>One more handle to a tensor.</summary>
    public nint NewHandle(nint tensor)
    {
        nint handle;
        Require(_newTensorHandle(tensor, &handle), ExportNames.NewTensorHandle);
        return handle;
    }

    /// <summary>Gives a handle back.</summary>
    public void Delete(nint handle) => Require(_deleteTensor(handle), ExportNames.DeleteTensor);

    /// <summary>A new handle to a parameter's gradient; zero where it has none.</summary>
    public nint NewGradientHandle(nint parameter) => _gradient(parameter);

    /// <summary>A new handle to the 2-norm of a tensor.</summary>
    public nint NewNormHandle(nint tensor)
    {
        var norm = _norm(tensor, 2);
        Require(norm == 0 ? 1 : 0, ExportNames.Norm);
        return norm;
    }

    /// <summary>The number of elements of a tensor.</summary>
    public long ElementCount(nint tensor)
    {
        long count;
        Require(_elementCount(tensor, &count), ExportNames.ElementCount);
        return count;
    }

    /// <summary>Where a tensor's elements lie.</summary>
    public void* DataPointer(nint tensor)
    {
        void* data;
        Require(_dataPointer(tensor, &data), ExportNames.DataPointer);
        return data;
    }

    /// <summary>The strides of a tensor, valid as long as it lives.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="dimensions">How many it has.</param>
    public ReadOnlySpan<long> Strides(nint tensor, int dimensions)
    {
        long* strides;
        Require(_strides(tensor, &strides), ExportNames.Strides);
        return new ReadOnlySpan<long>(strides, dimensions);
    }

    private static nint Find(Func<string, nint> find, string name) =>
        find(name) is var address && address != 0 ? address : throw new NotSupportedException($"libtorch does not export {name}");

    private static void Require(int refused, string function)
    {
        if (refused != 0)
        {
            throw Refused(function);
        }
    }

    // libtorch does not hand its message over; it writes it to the error output.
    private static TrainException Refused(string function) => new(
        $"libtorch could not run {function}, and has written why to the error output; TRAINSDK_NATIVE=torchsharp does without it");
}
