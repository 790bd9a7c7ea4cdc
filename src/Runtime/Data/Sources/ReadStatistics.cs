using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data.Sources;

/// <summary>Measures mean and standard deviation of inputs that are read, one at a time, in float64.</summary>
internal sealed class ReadStatistics
{
    /// <summary>The most samples that are read to measure them.</summary>
    public const long MostSamples = 4096;

    private readonly ISampleSource _source;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly double[] _shift;
    private readonly double[] _numbers;
    private long _count;

    private ReadStatistics(ISampleSource source)
    {
        _source = source;
        var features = source is not ISequenceSource && source.Form.Shape.Count is 1 or 3 ? (int)source.Form.Shape[0] : 1;
        (_sums, _squares, _shift) = (new double[features], new double[features], new double[features]);
        _numbers = new double[source.Form.Numbers];
    }

    /// <summary>
    /// By channel (rank 3) or column (rank 1), else one pair for all; over all samples or, of more than 4,096, over as many drawn evenly.
    /// </summary>
    /// <param name="source">One of the data set's sources.</param>
    /// <param name="data">Says what is done about samples that cannot be used.</param>
    /// <exception cref="TrainException">A sample cannot be used.</exception>
    public static InputEncoding Of(ISampleSource source, DataSet data)
    {
        var statistics = new ReadStatistics(source);
        var samples = Math.Min(source.Count, MostSamples);
        var bytes = new byte[source.Form.Bytes];
        for (var sample = 0L; sample < samples; sample++)
        {
            var position = sample * source.Count / samples;
            try
            {
                statistics.Add(SampleBytes.Read(source, position, bytes));
            }
            catch (TrainException failure) when (data.OnBadSample == OnBadSample.Skip)
            {
                data.Skipped.Add(new BadSample(data.NameOf(position), failure.Message));
            }
        }
        return statistics.Encoding();
    }

    private void Add(ReadOnlySpan<byte> sample)
    {
        var numbers = Convert(sample);
        var stretch = numbers.Length / _sums.Length;
        for (var feature = 0; feature < _sums.Length; feature++)
        {
            var part = numbers.Slice(feature * stretch, stretch);
            if (_count == 0)
            {
                _shift[feature] = TensorPrimitives.Sum<double>(part) / stretch;
            }
            TensorPrimitives.Subtract(part, _shift[feature], part);
            _sums[feature] += TensorPrimitives.Sum<double>(part);
            _squares[feature] += TensorPrimitives.SumOfSquares<double>(part);
        }
        _count += stretch;
    }

    private Span<double> Convert(ReadOnlySpan<byte> sample)
    {
        switch (_source.Form.Type)
        {
            case ScalarType.Byte:
                TensorPrimitives.ConvertTruncating(sample, _numbers.AsSpan());
                return _numbers.AsSpan(0, sample.Length);
            case ScalarType.Float32:
                var floats = MemoryMarshal.Cast<byte, float>(sample);
                TensorPrimitives.ConvertTruncating(floats, _numbers.AsSpan());
                return _numbers.AsSpan(0, floats.Length);
            default:
                var doubles = MemoryMarshal.Cast<byte, double>(sample);
                doubles.CopyTo(_numbers);
                return _numbers.AsSpan(0, doubles.Length);
        }
    }

    // Of numbers shifted near their mean, so that nothing cancels in the difference.
    private InputEncoding Encoding()
    {
        var mean = Array.ConvertAll(_sums, sum => sum / _count);
        double[] scale =
        [
            .. mean.Zip(_squares, (own, squares) => Math.Sqrt(Math.Max(0, (squares / _count) - (own * own))))
                .Select(static deviation => deviation > 0 ? deviation : 1),
        ];
        return InputEncoding.None([.. _source.Form.Shape]) with
        {
            Mean = [.. mean.Zip(_shift, static (own, shift) => own + shift)],
            Scale = scale,
        };
    }
}
