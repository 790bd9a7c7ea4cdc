using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace TrainSdk.Data;

/// <summary>
/// An <see cref="InputEncoding"/> computed without torch, for the same reason as in <see cref="RowGather"/>; equal to
/// <see cref="InputEncoder"/> bit for bit.
/// </summary>
internal sealed class ChunkEncoder
{
    private readonly InputEncoding _encoding;
    private readonly Placement _placement;
    private readonly int _stretch;

    /// <summary>Prepares the encoding.</summary>
    /// <param name="encoding">How inputs become numbers for the model.</param>
    /// <param name="placement">Where the model computes.</param>
    public ChunkEncoder(InputEncoding encoding, Placement placement)
    {
        _encoding = encoding;
        _placement = placement;
        var values = encoding.Shape.Aggregate(1L, static (product, size) => product * size);
        _stretch = encoding.Mean.Count == 0 ? 0 : (int)(values / encoding.Mean.Count);
    }

    /// <summary>Whether inputs of the type are encoded here: bytes and numbers for a float32 or float64 model on the CPU.</summary>
    public bool Takes(ScalarType raw) =>
        _placement.Device.type == DeviceType.CPU
        && (raw == ScalarType.Int64
            || (raw is ScalarType.Byte or ScalarType.Float32 or ScalarType.Float64
                && !_encoding.IsTokens
                && _placement.Dtype is ScalarType.Float32 or ScalarType.Float64));

    /// <summary>Encodes gathered inputs of a type that <see cref="Takes"/> accepts; those that need no change come back.</summary>
    /// <param name="raw">[count, …].</param>
    public Tensor Encode(Tensor raw)
    {
        if (raw.dtype == ScalarType.Int64 || (_stretch == 0 && raw.dtype == _placement.Dtype))
        {
            return raw;
        }
        var encoded = torch.empty(raw.shape, dtype: _placement.Dtype);
        if (_placement.Dtype == ScalarType.Float32)
        {
            Encode<float>(raw, encoded);
        }
        else
        {
            Encode<double>(raw, encoded);
        }
        return encoded;
    }

    private void Encode<T>(Tensor raw, Tensor encoded)
        where T : unmanaged, INumber<T>
    {
        var numbers = MemoryMarshal.Cast<byte, T>(encoded.bytes);
        switch (raw.dtype)
        {
            case ScalarType.Byte:
                TensorPrimitives.ConvertTruncating<byte, T>(raw.bytes, numbers);
                break;
            case ScalarType.Float32:
                TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, float>(raw.bytes), numbers);
                break;
            default:
                TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, double>(raw.bytes), numbers);
                break;
        }
        if (_stretch > 0)
        {
            Normalize(numbers, [.. _encoding.Mean.Select(T.CreateTruncating)], [.. _encoding.Scale.Select(T.CreateTruncating)]);
        }
    }

    private void Normalize<T>(Span<T> numbers, T[] mean, T[] scale)
        where T : unmanaged, INumber<T>
    {
        if (_stretch == 1)
        {
            for (var at = 0; at < numbers.Length; at += mean.Length)
            {
                var row = numbers.Slice(at, mean.Length);
                TensorPrimitives.Subtract(row, mean, row);
                TensorPrimitives.Divide(row, scale, row);
            }
            return;
        }
        for (int at = 0, feature = 0; at < numbers.Length; at += _stretch, feature = (feature + 1) % mean.Length)
        {
            var values = numbers.Slice(at, _stretch);
            TensorPrimitives.Subtract(values, mean[feature], values);
            TensorPrimitives.Divide(values, scale[feature], values);
        }
    }
}
