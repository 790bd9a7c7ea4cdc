using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Sequences of measurements that differ in length, read by workers: each batch is padded to its longest.</summary>
public sealed class SequenceLoaderTests : IDisposable
{
    private const int Count = 75;
    private const int Features = 3;
    private const float Padding = -1;

    private static readonly long[] Positions = [.. Enumerable.Range(0, Count).Select(static at => (long)at)];
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    public void Dispose() => LoaderWorkers.Use(LoaderWorkers.Default);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void BatchesAreThePaddedSequencesHoweverManyWorkers(int workers)
    {
        LoaderWorkers.Use(workers);
        var data = Data();
        foreach (var sampler in (ISampler[])[Sampler.Shuffled, Sampler.LengthBucketed(3)])
        {
            using var loader = BatchLoader.Sampled(data, InputEncoding.None(Walks.Longest, Features), 8, sampler, seed: 4, Cpu);
            for (var epoch = 0; epoch < 3; epoch++)
            {
                var order = sampler.Order(data, 8, seed: 4, epoch);
                Assert.Equal(Positions, order.Order());
                Assert.Equal(order.Chunk(8).Select(Padded), BatchInputs.Of(loader.Epoch(epoch)));
            }
        }
    }

    [Fact]
    public void PaddingIsEncodedAsTheNumbersAre()
    {
        var data = Data();
        var encoding = InputEncoding.Measure(data);
        var (mean, scale) = ((float)encoding.Mean.Single(), (float)encoding.Scale.Single());
        using var loader = BatchLoader.InOrder(data, encoding, 8, Cpu);
        Assert.Equal(
            Positions.Chunk(8).Select(batch => Padded(batch).Select(number => (number - mean) / scale).ToArray()),
            BatchInputs.Of(loader.Epoch(0)));
    }

    private static DataSet Data() => new(new Walks(), torch.arange(Count), classNames: null);

    private static float[] Padded(long[] positions)
    {
        var numbers = (int)positions.Max(Walks.Length) * Features;
        var padding = Enumerable.Repeat(Padding, numbers);
        return [.. positions.SelectMany(position => Walks.Of(position).Concat(padding).Take(numbers))];
    }

    /// <summary>[length, 3] numbers that tell the sequence and the place in it.</summary>
    private sealed class Walks : ISequenceSource
    {
        public const int Longest = 20;

        public long Count => SequenceLoaderTests.Count;

        public SampleForm Form { get; } = new(ScalarType.Float32, [Longest, Features]);

        public long Padding => (long)SequenceLoaderTests.Padding;

        public static long Length(long position) => 1 + (position * 7919 % Longest);

        public static IEnumerable<float> Of(long position) =>
            Enumerable.Range(0, (int)Length(position) * Features).Select(at => position + (at / 64f));

        public long LengthOf(long position) => Length(position);

        public void Read(long position, Span<byte> sample) => Of(position).ToArray().CopyTo(MemoryMarshal.Cast<byte, float>(sample));
    }
}
