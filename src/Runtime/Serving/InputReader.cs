using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Serving;

/// <summary>Turns raw inputs into batches, after checking that they are what the model was trained on.</summary>
internal sealed class InputReader : IDisposable
{
    private readonly long[] _shape;
    private readonly long _length;
    private readonly bool _isTokens;
    private readonly bool _mayBeMissing;
    private readonly InputEncoder _encoder;

    public InputReader(InputEncoding encoding, Placement placement)
    {
        _shape = [.. encoding.Shape];
        _length = _shape.Aggregate(1L, static (product, size) => product * size);
        _isTokens = encoding.IsTokens;
        _mayBeMissing = encoding.FillsMissing;
        _encoder = new InputEncoder(encoding, placement);
    }

    private string ShapeText => $"[{string.Join(", ", _shape)}]";

    /// <summary>Some of the rows as a batch [count, …].</summary>
    public Tensor Rows(IReadOnlyList<float[]> rows, int start, int end)
    {
        var values = new float[(end - start) * _length];
        for (var row = start; row < end; row++)
        {
            Check(rows[row], rows.Count > 1 ? $"input {row}: " : "");
            rows[row].CopyTo(values, (row - start) * _length);
        }
        return torch.tensor(values, [end - start, .. _shape]);
    }

    /// <summary>A tensor as a batch [count, …].</summary>
    public Tensor Batch(Tensor input)
    {
        var isOne = input.shape.AsSpan().SequenceEqual(_shape);
        if (!isOne && !(input.dim() == _shape.Length + 1 && input.shape.AsSpan(1).SequenceEqual(_shape)))
        {
            throw new TrainException($"expected a tensor of shape {ShapeText} or a batch of them, got [{string.Join(", ", input.shape)}]");
        }
        if (input.is_floating_point() && (_mayBeMissing ? input.isinf().any() : input.isfinite().all().logical_not()).ToBoolean())
        {
            throw new TrainException("the input holds NaN or infinite values; fill or remove them before predicting");
        }
        return isOne ? input.unsqueeze(0) : input;
    }

    /// <summary>A batch as the model wants it.</summary>
    public Tensor Encode(Tensor batch) => _encoder.Encode(batch);

    public void Dispose() => _encoder.Dispose();

    private void Check(float[] row, string place)
    {
        if (row.Length != _length)
        {
            throw new TrainException($"{place}expected {_length} numbers ({ShapeText}), got {row.Length}");
        }
        for (var i = 0; i < row.Length; i++)
        {
            if (!float.IsFinite(row[i]) && !(_mayBeMissing && float.IsNaN(row[i])))
            {
                throw new TrainException($"{place}value {i} is NaN or infinite; fill it in before predicting");
            }
            if (_isTokens && row[i] != MathF.Floor(row[i]))
            {
                throw new TrainException($"{place}value {i} is {NumberText.Format(row[i])}; tokens are whole numbers");
            }
        }
    }
}
