using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>An <see cref="InputEncoding"/> made ready for one device and number type.</summary>
public sealed class InputEncoder : IDisposable
{
    private readonly Placement _placement;
    private readonly bool _isTokens;
    private readonly Tensor? _mean;
    private readonly Tensor? _scale;

    /// <summary>Puts the encoding's numbers where the model is.</summary>
    public InputEncoder(InputEncoding encoding, Placement placement)
    {
        _placement = placement;
        _isTokens = encoding.IsTokens;
        if (encoding.Mean.Count > 0)
        {
            _mean = Broadcast(encoding.Mean, encoding.Shape.Count);
            _scale = Broadcast(encoding.Scale, encoding.Shape.Count);
        }
    }

    /// <summary>Encodes a batch [batch, …]; the result is a new tensor on the model's device. Tokens (int64) keep their type.</summary>
    public Tensor Encode(Tensor raw)
    {
        if (_mean is null || _scale is null)
        {
            return raw.to(_isTokens || raw.dtype == ScalarType.Int64 ? ScalarType.Int64 : _placement.Dtype, _placement.Device, copy: true);
        }
        return raw.to(_placement.Dtype, _placement.Device, copy: true).sub_(_mean).div_(_scale);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mean?.Dispose();
        _scale?.Dispose();
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
