using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace TrainSdk.Data.Loading;

/// <summary>
/// An <see cref="InputEncoding"/> computed without torch, for the same reason as in <see cref="RowGather"/>; equal to
/// <see cref="InputEncoder"/> bit for bit.
/// </summary>
internal sealed unsafe class ChunkEncoder
{
    private readonly Placement _placement;
    private readonly bool _isTokens;
    private readonly bool _fillsMissing;
    private readonly int _stretch;
    private readonly float[] _mean;
    private readonly float[] _scale;
    private readonly double[] _doubleMean;
    private readonly double[] _doubleScale;

    /// <summary>Prepares the encoding.</summary>
    /// <param name="encoding">How inputs become numbers for the model.</param>
    /// <param name="placement">Where the model computes.</param>
    public ChunkEncoder(InputEncoding encoding, Placement placement)
    {
        _placement = placement;
        _isTokens = encoding.IsTokens;
        _fillsMissing = encoding.FillsMissing;
        _doubleMean = [.. encoding.Mean];
        _doubleScale = [.. encoding.Scale];
        _mean = Array.ConvertAll(_doubleMean, static value => (float)value);
        _scale = Array.ConvertAll(_doubleScale, static value => (float)value);
        var values = encoding.Shape.Aggregate(1L, static (product, size) => product * size);
        _stretch = _mean.Length == 0 ? 0 : (int)(values / _mean.Length);
    }

    /// <summary>Whether inputs of the type are encoded here: bytes and numbers for a float32 or float64 model on the CPU.</summary>
    public bool Takes(ScalarType raw) => _placement.Device.type == DeviceType.CPU && (raw == ScalarType.Int64 || IsNumber(raw));

    /// <summary>The type of the encoded inputs.</summary>
    public ScalarType TypeOf(ScalarType raw) => raw == ScalarType.Int64 ? raw : _placement.Dtype;

    /// <summary>Whether inputs of the type go to the model as they are.</summary>
    public bool Keeps(ScalarType raw) => _stretch == 0 && TypeOf(raw) == raw && !_fillsMissing;

    /// <summary>Encodes inputs of a type that <see cref="Takes"/> accepts. Allocates nothing.</summary>
    /// <param name="raw">Address of the gathered inputs.</param>
    /// <param name="type">Their type.</param>
    /// <param name="encoded">Where the numbers go; the same address where the type is the same.</param>
    /// <param name="count">How many numbers there are, of all inputs together.</param>
    public void Encode(nint raw, ScalarType type, nint encoded, int count)
    {
        if (Keeps(type))
        {
            return;
        }
        if (_placement.Dtype == ScalarType.Float32)
        {
            var numbers = new Span<float>((void*)encoded, count);
            if (type == ScalarType.Byte && _stretch > 1 && ByteEncoder.IsSupported)
            {
                EncodeBytes((byte*)raw, numbers);
            }
            else
            {
                Encode(raw, type, numbers, _mean, _scale);
            }
        }
        else
        {
            Encode(raw, type, new Span<double>((void*)encoded, count), _doubleMean, _doubleScale);
        }
    }

    private bool IsNumber(ScalarType raw) =>
        !_isTokens
        && raw is ScalarType.Byte or ScalarType.Float32 or ScalarType.Float64
        && _placement.Dtype is ScalarType.Float32 or ScalarType.Float64;

    private void EncodeBytes(byte* raw, Span<float> numbers)
    {
        for (int at = 0, feature = 0; at < numbers.Length; at += _stretch, feature++)
        {
            var channel = feature % _mean.Length;
            ByteEncoder.Encode(raw + at, numbers[at..Math.Min(at + _stretch, numbers.Length)], _mean[channel], _scale[channel]);
        }
    }

    // Stretch by stretch: what was converted is still in the core's own cache when it is normalised.
    private void Encode<T>(nint raw, ScalarType type, Span<T> numbers, T[] mean, T[] scale)
        where T : unmanaged, INumber<T>
    {
        var length = _stretch > 1 ? _stretch : mean.Length > 0 ? mean.Length : numbers.Length;
        for (int at = 0, feature = 0; at < numbers.Length; at += length, feature++)
        {
            var part = numbers[at..Math.Min(at + length, numbers.Length)];
            Convert(raw, type, at, part);
            if (_stretch == 1)
            {
                TensorPrimitives.Subtract(part, mean, part);
                TensorPrimitives.Divide(part, scale, part);
            }
            else if (_stretch > 1)
            {
                TensorPrimitives.Subtract(part, mean[feature % mean.Length], part);
                TensorPrimitives.Divide(part, scale[feature % mean.Length], part);
            }
            if (_fillsMissing)
            {
                FillMissing(part);
            }
        }
    }

    private static void FillMissing<T>(Span<T> numbers)
        where T : unmanaged, INumber<T>
    {
        foreach (ref var number in numbers)
        {
            number = T.IsNaN(number) ? T.Zero : number;
        }
    }

    private static void Convert<T>(nint raw, ScalarType type, int start, Span<T> numbers)
        where T : unmanaged, INumber<T>
    {
        switch (type)
        {
            case ScalarType.Byte:
                TensorPrimitives.ConvertTruncating(new ReadOnlySpan<byte>((byte*)raw + start, numbers.Length), numbers);
                break;
            case ScalarType.Float32:
                TensorPrimitives.ConvertTruncating(new ReadOnlySpan<float>((float*)raw + start, numbers.Length), numbers);
                break;
            default:
                TensorPrimitives.ConvertTruncating(new ReadOnlySpan<double>((double*)raw + start, numbers.Length), numbers);
                break;
        }
    }
}
