namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>
/// The only names that a pickle may use, and what each stands for here. A name is looked up in this list and nowhere else: nothing is
/// imported, and no code of the file is run.
/// </summary>
internal static class PickleGlobals
{
    private const string OrderedDict = "collections.OrderedDict";
    private const string RebuildTensor = "torch._utils._rebuild_tensor_v2";
    private const string RebuildParameter = "torch._utils._rebuild_parameter";
    private const string RebuildParameterWithState = "torch._utils._rebuild_parameter_with_state";
    private const string Size = "torch.Size";
    private const string Storage = "storage";

    private static readonly HashSet<string> Functions = [OrderedDict, RebuildTensor, RebuildParameter, RebuildParameterWithState, Size];

    /// <summary>The name, where it is allowed.</summary>
    public static PickleGlobal Find(string module, string name)
    {
        var full = $"{module}.{name}";
        return Functions.Contains(full) || PtDtype.TryParse(full, out _)
            ? new PickleGlobal(full)
            : throw new FormatException(
                $"its pickle asks for {full}, which is refused: only tensors in dictionaries, lists and tuples are read, and no code is "
                + "run; in Python, save model.state_dict()");
    }

    /// <summary>What a function of the list gives.</summary>
    public static object? Call(PickleGlobal function, object?[] arguments) => (function.Name, arguments) switch
    {
        (OrderedDict, []) => new PickleDict(),
        (RebuildTensor, [PtStorage storage, long offset, object?[] shape, object?[] strides, ..]) =>
            PtTensor.Of(storage, offset, Whole(shape), Whole(strides)),
        (RebuildParameter or RebuildParameterWithState, [PtTensor tensor, ..]) => tensor,
        (Size, [object?[] sizes]) => sizes,
        _ => throw new FormatException($"its pickle calls {function.Name} with arguments that PyTorch does not write"),
    };

    /// <summary>The storage that a persistent id names: a file of the archive, which is not looked at yet.</summary>
    public static PtStorage StorageOf(object? id) =>
        id is object?[] and [Storage, PickleGlobal type, string key, string, long elements] && elements >= 0
        && PtDtype.TryParse(type.Name, out var dtype)
            ? new PtStorage(key, dtype, elements)
            : throw new FormatException("its pickle refers to something other than the storage of a tensor");

    private static long[] Whole(object?[] numbers) => [.. numbers.Select(static number => number is long whole
        ? whole
        : throw new FormatException("its pickle gives a tensor a shape that is not made of whole numbers"))];
}
