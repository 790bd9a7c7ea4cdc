using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>What one sample's part looks like in memory: row-major numbers of one type.</summary>
/// <param name="Type">uint8, int64, float32 or float64.</param>
/// <param name="Shape">Without the batch dimension; empty for one number. Images are [channels, height, width].</param>
public sealed record SampleForm(ScalarType Type, IReadOnlyList<long> Shape)
{
    /// <summary>Numbers in one sample.</summary>
    public long Numbers => Shape.Aggregate(1L, static (product, size) => product * size);

    /// <summary>Bytes of one sample.</summary>
    public long Bytes => Numbers * SizeOf(Type);

    /// <summary>The sizes in brackets, as messages show them.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";

    /// <summary>Whether both are of one type and shape; lists compare by their elements.</summary>
    public bool Equals(SampleForm? other) => other is not null && Type == other.Type && Shape.SequenceEqual(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Shape.Count);

    private static long SizeOf(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => sizeof(byte),
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => sizeof(short),
        ScalarType.Int32 or ScalarType.Float32 => sizeof(int),
        ScalarType.Int64 or ScalarType.Float64 => sizeof(long),
        _ => throw new TrainException($"samples of type {type} cannot be used; give uint8, int64, float32 or float64"),
    };
}
