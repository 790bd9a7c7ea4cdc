using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>An <see cref="InputEncoding"/> made ready for one device and number type.</summary>
public sealed class InputEncoder : IDisposable
{
    private readonly Placement _placement;
    private readonly bool _isTokens;
    private readonly bool _fillsMissing;
    private readonly Tensor? _mean;
    private readonly Tensor? _scale;

    /// <summary>Puts the encoding's numbers where the model is.</summary>
    public InputEncoder(InputEncoding encoding, Placement placement)
    {
        _placement = placement;
        _isTokens = encoding.IsTokens;
        _fillsMissing = encoding.FillsMissing;
        if (encoding.Mean.Count > 0)
        {
            _mean = Broadcast(encoding.Mean, encoding.Shape.Count);
            _scale = Broadcast(encoding.Scale, encoding.Shape.Count);
        }
    }

    /// <summary>
    /// Encodes a batch [batch, …]; the result is a new tensor on the model's device. Tokens (int64) keep their type. A missing number (NaN)
    /// becomes 0, which is the mean.
    /// </summary>
    public Tensor Encode(Tensor raw) => _fillsMissing ? Normalised(raw).nan_to_num_(nan: 0) : Normalised(raw);

    private Tensor Normalised(Tensor raw)
    {
        if (_mean is null || _scale is null)
        {
            return Copy(raw, _isTokens || raw.dtype == ScalarType.Int64 ? ScalarType.Int64 : _placement.Dtype);
        }
        return Copy(raw, _placement.Dtype).sub_(_mean).div_(_scale);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mean?.Dispose();
        _scale?.Dispose();
    }

    // Bytes are a quarter of the numbers that they become: they travel as bytes, without waiting where the memory is pinned.
    private Tensor Copy(Tensor raw, ScalarType type)
    {
        if (_placement.Device.type == DeviceType.CPU)
        {
            return raw.to(type, _placement.Device, copy: true);
        }
        using var there = raw.to(_placement.Device, non_blocking: true);
        return there.to(type, copy: true);
    }

    private Tensor Broadcast(IReadOnlyList<double> values, int rank)
    {
        using var scope = torch.NewDisposeScope();
        var shape = new long[rank];
        Array.Fill(shape, 1);
        shape[0] = values.Count;
        return torch.tensor(values.ToArray(), dtype: _placement.Dtype, device: _placement.Device).reshape(shape).DetachFromDisposeScope();
    }
}
