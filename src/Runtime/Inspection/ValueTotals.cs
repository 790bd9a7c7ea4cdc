using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Inspection;

/// <summary>Adds up the values of samples, by column (rank 1) or channel (rank 3), else all together.</summary>
internal sealed class ValueTotals
{
    private readonly ScalarType _type;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly double[] _shift;
    private long _count;

    public ValueTotals(SampleForm form)
    {
        _type = form.Type;
        var features = form.Shape.Count is 1 or 3 ? (int)form.Shape[0] : 1;
        (_low, _high) = (new double[features], new double[features]);
        (_sums, _squares, _shift) = (new double[features], new double[features], new double[features]);
        Array.Fill(_low, double.PositiveInfinity);
        Array.Fill(_high, double.NegativeInfinity);
    }

    /// <summary>Whether the values are measured; tokens are names, whose mean says nothing.</summary>
    public static bool Measures(SampleForm form) => form.Type != ScalarType.Int64;

    /// <summary>Adds a sample.</summary>
    /// <returns>Whether all its values are finite; where one is not, the sample is left out.</returns>
    public bool Add(ReadOnlySpan<byte> sample) => _type switch
    {
        ScalarType.Byte => Add<byte>(sample),
        ScalarType.Float32 => Add(MemoryMarshal.Cast<byte, float>(sample)),
        _ => Add(MemoryMarshal.Cast<byte, double>(sample)),
    };

    /// <summary>Adds what another has added up.</summary>
    public void Add(ValueTotals other)
    {
        if (other._count == 0)
        {
            return;
        }
        for (var feature = 0; feature < _sums.Length; feature++)
        {
            _low[feature] = Math.Min(_low[feature], other._low[feature]);
            _high[feature] = Math.Max(_high[feature], other._high[feature]);
            var moved = _count == 0 ? 0 : other._shift[feature] - _shift[feature];
            _shift[feature] = _count == 0 ? other._shift[feature] : _shift[feature];
            _squares[feature] += other._squares[feature] + (2 * moved * other._sums[feature]) + (other._count * moved * moved);
            _sums[feature] += other._sums[feature] + (other._count * moved);
        }
        _count += other._count;
    }

    /// <summary>The ranges; empty where nothing was added.</summary>
    /// <param name="names">Names of the columns; made up where there are none.</param>
    public IReadOnlyList<ValueRange> Ranges(IReadOnlyList<string> names) => _count == 0 ? [] :
    [
        .. Enumerable.Range(0, _sums.Length).Select(feature =>
        {
            var mean = _sums[feature] / _count;
            var deviation = Math.Sqrt(Math.Max(0, (_squares[feature] / _count) - (mean * mean)));
            return new ValueRange(NameOf(feature, names), _low[feature], _high[feature], mean + _shift[feature], deviation);
        }),
    ];

    private string NameOf(int feature, IReadOnlyList<string> names) => names.Count == _sums.Length ? names[feature]
        : _sums.Length == 1 ? "all"
        : NumberText.Format(feature + 1);

    // Numbers are shifted by the first one, so that nothing cancels in the difference of squares.
    private bool Add<T>(ReadOnlySpan<T> numbers)
        where T : struct, INumber<T>
    {
        foreach (var number in numbers)
        {
            if (!T.IsFinite(number))
            {
                return false;
            }
        }
        var stretch = numbers.Length / _sums.Length;
        for (var feature = 0; feature < _sums.Length; feature++)
        {
            var part = numbers.Slice(feature * stretch, stretch);
            if (_count == 0)
            {
                _shift[feature] = double.CreateTruncating(part[0]);
            }
            Add(feature, part);
        }
        _count += stretch;
        return true;
    }

    private void Add<T>(int feature, ReadOnlySpan<T> numbers)
        where T : struct, INumber<T>
    {
        var (low, high, sum, squares, shift) = (_low[feature], _high[feature], 0.0, 0.0, _shift[feature]);
        foreach (var number in numbers)
        {
            var value = double.CreateTruncating(number);
            low = Math.Min(low, value);
            high = Math.Max(high, value);
            sum += value - shift;
            squares += (value - shift) * (value - shift);
        }
        (_low[feature], _high[feature]) = (low, high);
        _sums[feature] += sum;
        _squares[feature] += squares;
    }
}
