using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>A tensor of a file, as far as it is known before it is read.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Shape">Its shape; empty for a scalar.</param>
internal sealed record SourceTensor(string Name, ScalarType Type, long[] Shape)
{
    /// <summary>
    /// Why it cannot be copied into a tensor; null where it can. Shapes must be equal, because copying broadcasts; real numbers become real
    /// numbers of another precision, and whole numbers stay what they are.
    /// </summary>
    public string? Difference(Tensor target)
    {
        if (!Shape.AsSpan().SequenceEqual(target.shape))
        {
            return $"{Name} is {Text(Shape)} in the file and {Text(target.shape)} in the model";
        }
        return IsReal(Type) == IsReal(target.dtype) && (IsReal(Type) || promote_types(Type, target.dtype) == target.dtype)
            ? null
            : $"{Name} is {Type} in the file and {target.dtype} in the model";
    }

    private static bool IsReal(ScalarType type) =>
        type is ScalarType.Float64 or ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16;

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
}
