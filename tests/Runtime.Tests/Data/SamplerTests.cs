using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class SamplerTests
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    public static TheoryData<ISampler> Whole => [Sampler.Shuffled, Sampler.Sequential, Sampler.LengthBucketed(2)];

    [Theory]
    [MemberData(nameof(Whole), DisableDiscoveryEnumeration = true)]
    public void EverySampleComesOnce(ISampler sampler)
    {
        var data = Sequences(77);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, 77).Select(static at => (long)at), sampler.Order(data, 8, seed: 1, epoch).Order());
        }
    }

    [Fact]
    public void OrdersDependOnSeedAndEpoch()
    {
        var data = Sequences(77);
        foreach (var sampler in (ISampler[])[Sampler.Shuffled, Sampler.LengthBucketed(2), Sampler.Balanced])
        {
            Assert.Equal(sampler.Order(data, 8, seed: 1, 4), sampler.Order(data, 8, seed: 1, 4));
            Assert.NotEqual(sampler.Order(data, 8, seed: 1, 4), sampler.Order(data, 8, seed: 1, 5));
            Assert.NotEqual(sampler.Order(data, 8, seed: 1, 4), sampler.Order(data, 8, seed: 2, 4));
        }
    }

    [Fact]
    public void BalancedDrawsEachClassAsOften()
    {
        const int Count = 30_000;
        var labels = torch.tensor(Enumerable.Range(0, Count).Select(static at => at % 10 == 0 ? 1L : 0L).ToArray());
        var data = new DataSet(torch.zeros(Count, 1), labels);
        var order = Sampler.Balanced.Order(data, 64, seed: 3, epoch: 0);
        var rare = order.Count(static position => position % 10 == 0);

        // binomial with p = 1/2: five standard deviations
        Assert.InRange(rare, (Count / 2) - 433, (Count / 2) + 433);
    }

    [Fact]
    public void WeightsAreProbabilities()
    {
        double[] weights = [0, 1, 2, 0, 5];
        const int Rounds = 8000;
        var data = new DataSet(torch.zeros(5, 1), torch.zeros(5, dtype: ScalarType.Int64));
        var counts = new double[5];
        for (var epoch = 0; epoch < Rounds; epoch++)
        {
            foreach (var position in Sampler.Weighted(weights).Order(data, 5, seed: 0, epoch))
            {
                counts[position]++;
            }
        }
        Assert.Equal(0, counts[0] + counts[3]);
        foreach (var (count, weight) in counts.Zip(weights).Where(static pair => pair.Second > 0))
        {
            var p = weight / 8;
            Assert.Equal(Rounds * 5 * p, count, 5 * Math.Sqrt(Rounds * 5 * p * (1 - p)));
        }
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void WeightsThatAreNoneAreRefused(double first, double second) =>
        Assert.Contains("weights", Assert.Throws<TrainException>(() => Sampler.Weighted([first, second])).Message, StringComparison.Ordinal);

    [Fact]
    public void BucketsHoldSequencesOfAboutOneLength()
    {
        var data = Sequences(1000);
        Assert.InRange(Padding(data, Sampler.LengthBucketed()), 0, 0.1 * Padding(data, Sampler.Shuffled));
    }

    [Fact]
    public void ABatchIsAsLongAsItsLongestSequence()
    {
        var data = Sequences(50);
        using var loader = BatchLoader.Sampled(data, InputEncoding.Measure(data), 8, Sampler.LengthBucketed(2), seed: 1, Cpu);
        foreach (var batch in loader.Epoch(0))
        {
            using var scope = torch.NewDisposeScope();
            var lengths = batch.Target.to(ScalarType.Int64).data<long>().ToArray();
            Assert.Equal(lengths.Max(), batch.Input.shape[1]);
            foreach (var (row, length) in lengths.Index())
            {
                Assert.Equal(
                    Enumerable.Range(0, (int)batch.Input.shape[1]).Select(at => at < length ? length : 0), batch.Input[row].data<long>());
            }
        }
    }

    [Fact]
    public void LengthsAreAskedOfSequencesAlone() => Assert.Contains(
        "take Sampler.Shuffled",
        Assert.Throws<TrainException>(() => Sampler.LengthBucketed().Order(Samples.Blobs(), 2, 0, 0)).Message,
        StringComparison.Ordinal);

    private static DataSet Sequences(int count) => new(
        new LengthSource(count), torch.tensor(Enumerable.Range(0, count).Select(static at => LengthSource.Length(at)).ToArray()), classNames: null);

    private static long Padding(DataSet data, ISampler sampler) => sampler.Order(data, 8, seed: 1, epoch: 0).Chunk(8)
        .Sum(static batch => (batch.Max(LengthSource.Length) * batch.Length) - batch.Sum(LengthSource.Length));
}
