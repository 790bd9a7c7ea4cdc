using System.Runtime.InteropServices;
using TrainSdk.Data.Sources;

namespace TrainSdk.Data.Sampling;

/// <summary>Draws samples with replacement, in proportion to their weights.</summary>
internal sealed class WeightedSampler : ISampler
{
    private static readonly long Purpose = SampleRandom.PurposeOf(nameof(WeightedSampler));
    private readonly double[]? _weights;

    /// <summary>Takes the weights.</summary>
    /// <param name="weights">One per sample; null for 1 / count of the sample's class.</param>
    public WeightedSampler(IReadOnlyList<double>? weights)
    {
        _weights = weights is null ? null : [.. weights];
        if (_weights is not null && (_weights.Any(static weight => !(weight >= 0) || double.IsInfinity(weight)) || _weights.Sum() == 0))
        {
            throw new TrainException("weights of samples must be finite numbers of at least 0, of which one is above 0");
        }
    }

    /// <inheritdoc/>
    public string Identity => _weights is null
        ? "balanced by class"
        : $"weighted {SourceIdentity.Of(MemoryMarshal.Cast<double, long>(_weights).ToArray())}";

    /// <inheritdoc/>
    public long[] Order(DataSet data, int batchSize, long seed, int epoch)
    {
        var cumulated = Cumulated(data);
        var order = new long[data.Count];
        var random = new SampleRandom(seed, epoch, 0, Purpose);
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = At(cumulated, random.NextDouble() * cumulated[^1]);
        }
        return order;
    }

    // The first sample whose cumulated weight is above the drawn one; of samples without weight none.
    private static long At(double[] cumulated, double drawn)
    {
        var (low, high) = (0, cumulated.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = cumulated[middle] > drawn ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    private double[] Cumulated(DataSet data)
    {
        var weights = _weights ?? ByClass(data);
        if (weights.Length != data.Count)
        {
            throw new TrainException($"{weights.Length} weights were given for {data.Count} training samples; give one per sample");
        }
        var cumulated = new double[weights.Length];
        var sum = 0.0;
        for (var sample = 0; sample < weights.Length; sample++)
        {
            sum += weights[sample];
            cumulated[sample] = sum;
        }
        return cumulated;
    }

    private static double[] ByClass(DataSet data)
    {
        if (!data.IsClassification)
        {
            throw new TrainException(
                "Sampler.Balanced goes by classes, and the targets are no class indices; give Sampler.Weighted(weights)");
        }
        var labels = data.Targets.data<long>().ToArray();
        var counts = labels.CountBy(static label => label).ToDictionary();
        return [.. labels.Select(label => 1.0 / counts[label])];
    }
}
