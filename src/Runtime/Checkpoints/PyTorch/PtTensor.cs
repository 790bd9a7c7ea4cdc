namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>A tensor as a file describes it, checked to lie within its storage; its elements are not read yet.</summary>
internal sealed class PtTensor
{
    private PtTensor(PtStorage storage, long offset, long[] shape, long[] strides, long elements, long span)
    {
        Storage = storage;
        Offset = offset;
        Shape = shape;
        Strides = strides;
        Elements = elements;
        Span = span;
    }

    public PtStorage Storage { get; }

    /// <summary>First element in the storage.</summary>
    public long Offset { get; }

    /// <summary>Its shape; empty for a scalar.</summary>
    public long[] Shape { get; }

    /// <summary>Distance between neighbours of each dimension, in elements.</summary>
    public long[] Strides { get; }

    /// <summary>Number of elements.</summary>
    public long Elements { get; }

    /// <summary>Elements of the storage from the first to the last one used.</summary>
    public long Span { get; }

    /// <summary>Whether its elements lie one after the other in row-major order.</summary>
    public bool IsContiguous
    {
        get
        {
            var expected = 1L;
            for (var dimension = Shape.Length - 1; dimension >= 0; dimension--)
            {
                if (Shape[dimension] != 1 && Strides[dimension] != expected)
                {
                    return false;
                }
                expected *= Shape[dimension];
            }
            return true;
        }
    }

    /// <summary>Describes a tensor; throws <see cref="FormatException"/> where it does not lie within its storage.</summary>
    public static PtTensor Of(PtStorage storage, long offset, long[] shape, long[] strides)
    {
        var text = $"a tensor of shape [{string.Join(", ", shape)}], strides [{string.Join(", ", strides)}] and offset {offset}";
        if (shape.Length != strides.Length || offset < 0 || shape.Concat(strides).Any(static n => n < 0))
        {
            throw new FormatException($"it describes {text}, which is none");
        }
        try
        {
            var elements = TensorShape.Elements("a tensor", shape);
            var span = elements == 0
                ? 0
                : shape.Zip(strides).Aggregate(1L, static (reach, next) => checked(reach + ((next.First - 1) * next.Second)));
            return checked(offset + span) <= storage.Elements
                ? new PtTensor(storage, offset, shape, strides, elements, span)
                : throw new FormatException($"it describes {text}, outside of its storage of {storage.Elements} elements");
        }
        catch (OverflowException error)
        {
            throw new FormatException($"it describes {text}, which is too large", error);
        }
    }
}
