using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class AccumulationWindowTests
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    [Theory]
    [InlineData(100, 7, 4, "28 28 28 16")]
    [InlineData(96, 16, 3, "48 48")]
    [InlineData(97, 16, 4, "64 33")]
    [InlineData(10, 2, 1, "2 2 2 2 2")]
    [InlineData(10, 2, 99, "10")]
    public void WindowsHoldEverySampleOfTheEpochInItsOrder(int count, int batchSize, int batches, string expected)
    {
        using var loader = BatchLoader.Shuffled(Numbered(count), InputEncoding.None(1), batchSize, seed: 3, Cpu);
        var sizes = new List<long>();
        var seen = new List<float>();
        foreach (var window in loader.Windows(2, step: 2 * expected.Split(' ').Length, batches))
        {
            using var scope = NewDisposeScope();
            var place = 0;
            sizes.Add(0);
            foreach (var batch in window)
            {
                using var batchScope = NewDisposeScope();
                Assert.Equal(place++, window.Position);
                seen.AddRange(batch.Input.data<float>().ToArray());
                Assert.Equal(batch.Input.data<float>().ToArray(), batch.Target.data<float>().ToArray());
                sizes[^1] += batch.Count;
            }
        }
        Assert.Equal(expected, string.Join(' ', sizes));
        Assert.Equal(Permutation.Of(count, 3, 2).Select(static sample => (float)sample), seen);
    }

    [Theory]
    [InlineData(0, "28 28 28 16")]
    [InlineData(1, "28 28 16")]
    [InlineData(3, "16")]
    [InlineData(4, "")]
    public void AResumedEpochGoesOnWithTheWindowThatComesNext(int done, string expected)
    {
        using var loader = BatchLoader.Shuffled(Numbered(100), InputEncoding.None(1), 7, seed: 3, Cpu);
        var sizes = new List<long>();
        var seen = new List<float>();
        foreach (var window in loader.Windows(2, step: 8 + done, batches: 4))
        {
            using var scope = NewDisposeScope();
            var before = seen.Count;
            foreach (var batch in window)
            {
                seen.AddRange(batch.Input.data<float>().ToArray());
            }
            sizes.Add(seen.Count - before);
        }
        Assert.Equal(expected, string.Join(' ', sizes));
        Assert.Equal(Permutation.Of(100, 3, 2).Skip(28 * done).Select(static sample => (float)sample), seen);
    }

    [Fact]
    public void GradientsAreThoseOfTheMeanOverAllSamples()
    {
        using var loader = BatchLoader.Shuffled(Numbered(10), InputEncoding.None(1), 4, seed: 0, new Placement(torch.CPU, ScalarType.Float64));
        foreach (var window in loader.Windows(0, step: 0, 3))
        {
            using var scope = NewDisposeScope();
            var weight = tensor(2.0, requires_grad: true);
            foreach (var batch in window)
            {
                window.Add((batch.Input * weight).mean(), batch.Count).backward();
            }
            Assert.Equal(10, window.Count);
            Assert.Equal(9.0, window.Loss.ToDouble(), 1e-12);
            Assert.Equal(10.0, window.Weight.ToDouble());
            Assert.Equal(4.5, weight.grad!.mul(window.MeanFactor).ToDouble(), 1e-12);
        }
    }

    // A first batch without any weight must not be what the others are measured by.
    [Theory]
    [InlineData(1, 2, 5)]
    [InlineData(0, 2, 5)]
    [InlineData(0.5, 0, 0)]
    public void AWeightOfItsOwnDividesTheWholeWindow(double first, double second, double third)
    {
        double[] weights = [first, second, third];
        using var loader = BatchLoader.InOrder(Numbered(6), InputEncoding.None(1), 2, Cpu);
        foreach (var window in loader.Windows(0, step: 0, 3))
        {
            using var scope = NewDisposeScope();
            var factor = tensor(3.0, requires_grad: true);
            foreach (var batch in window)
            {
                using var batchScope = NewDisposeScope();
                var weight = tensor(weights[window.Position]);
                window.Add(weight * factor * (window.Position + 1), weight, batch.Count).backward();
            }
            var total = weights.Sum();
            var mean = weights.Select(static (weight, place) => weight * (place + 1)).Sum() / total;
            Assert.Equal(6, window.Count);
            Assert.Equal(total, window.Weight.ToDouble(), 1e-12);
            Assert.Equal(3 * mean, window.Loss.ToDouble(), 1e-12);
            Assert.Equal(mean, factor.grad!.mul(window.MeanFactor).ToDouble(), 1e-12);
        }
    }

    [Fact]
    public void BatchesOfOneSizeAreNotChanged()
    {
        using var loader = BatchLoader.InOrder(Numbered(8), InputEncoding.None(1), 4, Cpu);
        foreach (var window in loader.Windows(0, step: 0, 2))
        {
            foreach (var batch in window)
            {
                using var loss = batch.Input.mean();
                Assert.Same(loss, window.Add(loss, batch.Count));
            }
        }
    }

    [Fact]
    public void AWindowWithoutALossSaysSo()
    {
        using var loader = BatchLoader.InOrder(Numbered(8), InputEncoding.None(1), 4, Cpu);
        foreach (var window in loader.Windows(0, step: 0, 2))
        {
            Assert.Contains("window.Add", Assert.Throws<TrainException>(() => window.Loss).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var loader = BatchLoader.Shuffled(Numbered(100), InputEncoding.None(1), 4, seed: 0, Cpu);
        var before = LiveTensors.Count();
        foreach (var window in loader.Windows(0, step: 0, 3))
        {
            using var scope = NewDisposeScope();
            foreach (var batch in window)
            {
                using var batchScope = NewDisposeScope();
                window.Add(batch.Input.sum(), batch.Target.sum(), batch.Count);
            }
            _ = (window.Loss, window.Weight, window.MeanFactor);
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    private static DataSet Numbered(int count)
    {
        var numbers = new float[count, 1];
        for (var sample = 0; sample < count; sample++)
        {
            numbers[sample, 0] = sample;
        }
        return DataSet.FromArrays(numbers, (float[,])numbers.Clone());
    }
}
