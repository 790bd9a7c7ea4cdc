using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Streams;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Samples that come one after the other.</summary>
public sealed class DataStreamTests
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    [Fact]
    public void EpochsGoOnWhereTheLastOneStopped()
    {
        using var loader = Training(NumberedStream.Of(10, steps: 2), batchSize: 3);
        Assert.Equal(2, loader.BatchesPerEpoch);
        Assert.Equal([[0, 1, 2], [3, 4, 5]], BatchInputs.Of(loader.Epoch(0)));
        Assert.Equal([[6, 7, 8], [9, 0, 1]], BatchInputs.Of(loader.Epoch(1)));
        Assert.Equal([[2, 3, 4], [5, 6, 7]], BatchInputs.Of(loader.Epoch(2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void AResumedEpochGoesOnWithTheNextSample(int shuffle)
    {
        using var whole = Training(NumberedStream.Of(10, shuffle, steps: 3), batchSize: 4);
        List<float[]> all = [.. BatchInputs.Of(whole.Epoch(0)), .. BatchInputs.Of(whole.Epoch(1)), .. BatchInputs.Of(whole.Epoch(2))];
        for (var step = 0; step < 9; step++)
        {
            using var resumed = Training(NumberedStream.Of(10, shuffle, steps: 3), batchSize: 4);
            Assert.Equal(all.Skip(step).Take(3 - (step % 3)), BatchInputs.Of(resumed.Epoch(step / 3, step)));
        }
    }

    [Fact]
    public void ARunCanGoBack()
    {
        using var loader = Training(NumberedStream.Of(10, shuffle: 5, steps: 3), batchSize: 4);
        var first = BatchInputs.Of(loader.Epoch(0));
        BatchInputs.Of(loader.Epoch(1));
        Assert.Equal(first.Skip(1), BatchInputs.Of(loader.Epoch(0, 1)));
    }

    [Fact]
    public void TheBufferShufflesEachPassAnew()
    {
        using var loader = Training(NumberedStream.Of(100, shuffle: 30, steps: 10), batchSize: 10);
        var (first, second) = (BatchInputs.Of(loader.Epoch(0)).SelectMany(static batch => batch).ToArray(),
            BatchInputs.Of(loader.Epoch(1)).SelectMany(static batch => batch).ToArray());
        Assert.NotEqual(first, second);
        Assert.Equal(Enumerable.Range(0, 100).Select(static number => (float)number), first.Order());
        Assert.Equal(Enumerable.Range(0, 100).Select(static number => (float)number), second.Order());
    }

    [Fact]
    public void AStepIsSoManyBatchesWhereGradientsAreAccumulated()
    {
        using var loader = BatchLoader.Sampled(NumberedStream.Of(10, steps: 2), InputEncoding.None(1), 3, Sampler.Shuffled, 0, Cpu, accumulate: 4);
        Assert.Equal(8, loader.BatchesPerEpoch);
    }

    [Fact]
    public void EvaluationReadsToTheEndEachTime()
    {
        using var loader = BatchLoader.InOrder(NumberedStream.Of(7), InputEncoding.None(1), 3, Cpu);
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], BatchInputs.Of(loader.Epoch(0)));
        }
    }

    [Fact]
    public void AnAsynchronousStreamIsReadAlike()
    {
        var data = DataStream.FromAsync(Asynchronous, NumberedStream.Collate, NumberedStream.Options(steps: 2));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 2, Sampler.Shuffled, 0, Cpu);
        Assert.Equal([[0, 1], [2, 3]], BatchInputs.Of(loader.Epoch(0)));
        Assert.Equal([[4, 0], [1, 2]], BatchInputs.Of(loader.Epoch(1)));
    }

    [Fact]
    public void NoMoreIsReadAheadThanTwoBatches()
    {
        var read = 0;
        var data = DataStream.From(() => Enumerable.Range(0, 100_000).Select(number => Interlocked.Increment(ref read) - 1), NumberedStream.Collate, NumberedStream.Options(100));
        read = 0;
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 5, Sampler.Shuffled, 0, Cpu);
        foreach (var batch in loader.Epoch(0))
        {
            Thread.Sleep(50);   // time in which a reader without bounds would go on
            break;
        }
        Assert.InRange(read, 5, 16);
    }

    [Fact]
    public void StatisticsAreThoseOfTheFirstSamples()
    {
        var encoding = InputEncoding.Measure(NumberedStream.Of(5000));
        Assert.Equal(511.5, encoding.Mean[0], 1e-9);
    }

    private static BatchLoader Training(DataSet data, int batchSize) =>
        BatchLoader.Sampled(data, InputEncoding.None(1), batchSize, Sampler.Shuffled, seed: 3, Cpu);

    private static async IAsyncEnumerable<int> Asynchronous([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var number = 0; number < 5; number++)
        {
            await Task.Delay(1, cancel);
            yield return number;
        }
    }
}
