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
        using var loader = Training(Numbers(10, steps: 2), batchSize: 3);
        Assert.Equal(2, loader.BatchesPerEpoch);
        Assert.Equal([[0, 1, 2], [3, 4, 5]], Batches(loader.Epoch(0)));
        Assert.Equal([[6, 7, 8], [9, 0, 1]], Batches(loader.Epoch(1)));
        Assert.Equal([[2, 3, 4], [5, 6, 7]], Batches(loader.Epoch(2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void AResumedEpochGoesOnWithTheNextSample(int shuffle)
    {
        using var whole = Training(Numbers(10, shuffle, steps: 3), batchSize: 4);
        List<float[]> all = [.. Batches(whole.Epoch(0)), .. Batches(whole.Epoch(1)), .. Batches(whole.Epoch(2))];
        for (var step = 0; step < 9; step++)
        {
            using var resumed = Training(Numbers(10, shuffle, steps: 3), batchSize: 4);
            Assert.Equal(all.Skip(step).Take(3 - (step % 3)), Batches(resumed.Epoch(step / 3, step)));
        }
    }

    [Fact]
    public void ARunCanGoBack()
    {
        using var loader = Training(Numbers(10, shuffle: 5, steps: 3), batchSize: 4);
        var first = Batches(loader.Epoch(0));
        Batches(loader.Epoch(1));
        Assert.Equal(first.Skip(1), Batches(loader.Epoch(0, 1)));
    }

    [Fact]
    public void TheBufferShufflesEachPassAnew()
    {
        using var loader = Training(Numbers(100, shuffle: 30, steps: 10), batchSize: 10);
        var (first, second) = (Batches(loader.Epoch(0)).SelectMany(static batch => batch).ToArray(),
            Batches(loader.Epoch(1)).SelectMany(static batch => batch).ToArray());
        Assert.NotEqual(first, second);
        Assert.Equal(Enumerable.Range(0, 100).Select(static number => (float)number), first.Order());
        Assert.Equal(Enumerable.Range(0, 100).Select(static number => (float)number), second.Order());
    }

    [Fact]
    public void AStepIsSoManyBatchesWhereGradientsAreAccumulated()
    {
        using var loader = BatchLoader.Sampled(Numbers(10, steps: 2), InputEncoding.None(1), 3, Sampler.Shuffled, 0, Cpu, accumulate: 4);
        Assert.Equal(8, loader.BatchesPerEpoch);
    }

    [Fact]
    public void EvaluationReadsToTheEndEachTime()
    {
        using var loader = BatchLoader.InOrder(Numbers(7), InputEncoding.None(1), 3, Cpu);
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], Batches(loader.Epoch(0)));
        }
    }

    [Fact]
    public void AnAsynchronousStreamIsReadAlike()
    {
        var data = DataStream.FromAsync(Asynchronous, Collate, Options(steps: 2));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 2, Sampler.Shuffled, 0, Cpu);
        Assert.Equal([[0, 1], [2, 3]], Batches(loader.Epoch(0)));
        Assert.Equal([[4, 0], [1, 2]], Batches(loader.Epoch(1)));
    }

    [Fact]
    public void NoMoreIsReadAheadThanTwoBatches()
    {
        var read = 0;
        var data = DataStream.From(() => Enumerable.Range(0, 100_000).Select(number => Interlocked.Increment(ref read) - 1), Collate, Options(100));
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
        var encoding = InputEncoding.Measure(Numbers(5000));
        Assert.Equal(511.5, encoding.Mean[0], 1e-9);
    }

    [Fact]
    public void WhatTheStreamThrowsIsToldAfterTheSamplesBefore()
    {
        var data = DataStream.From(static () => Failing(1100), Collate, Options(1000));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 100, Sampler.Shuffled, 0, Cpu);
        var seen = 0;
        var failure = Assert.Throws<TrainException>(() =>
        {
            foreach (var batch in loader.Epoch(0))
            {
                seen++;
            }
        });
        Assert.Equal("the stream failed after 1100 samples: the line is down", failure.Message);
        Assert.Equal(11, seen);
    }

    [Fact]
    public void AStreamOfTrainingNeedsItsEpoch() => Refused(
        "StepsPerEpoch = 500", static () => BatchLoader.Sampled(Numbers(10, steps: null), InputEncoding.None(1), 3, Sampler.Shuffled, 0, Cpu));

    [Fact]
    public void AStreamCannotBeSplit() => Refused("cannot be counted, split or selected", static () => Numbers(10).Split(0));

    [Fact]
    public void AnEmptyStreamIsRefused() => Refused("gave no sample", static () => Numbers(0));

    [Fact]
    public void ClassesNeedNames() => Refused(
        "ClassNames", static () => DataStream.From(static () => Enumerable.Range(0, 3), Collate, new DataStreamOptions()));

    [Fact]
    public void AStreamThatCannotBeginAgainIsRefused()
    {
        var items = Enumerable.Range(0, 6).ToList();
        var opened = 0;
        var data = DataStream.From(() => ++opened > 2 ? [] : items, Collate, Options(steps: 3));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 4, Sampler.Shuffled, 0, Cpu);
        Refused("opens it anew", () => Batches(loader.Epoch(0)));
    }

    [Fact]
    public void ALabelOutOfRangeNamesItsSample()
    {
        var data = DataStream.From(
            static () => Enumerable.Range(0, 2000),
            static items => new SampleBatch(
                torch.zeros(items.Count, 1), torch.tensor(items.Select(static number => number == 1500 ? 7L : 0L).ToArray())),
            Options(steps: 20));
        using var loader = BatchLoader.Sampled(data, InputEncoding.None(1), 100, Sampler.Shuffled, 0, Cpu);
        Refused("sample 1500 of the stream has class index 7", () => Batches(loader.Epoch(0)));
    }

    private static BatchLoader Training(DataSet data, int batchSize) =>
        BatchLoader.Sampled(data, InputEncoding.None(1), batchSize, Sampler.Shuffled, seed: 3, Cpu);

    private static DataSet Numbers(int count, int shuffle = 0, long? steps = 4) =>
        DataStream.From(() => Enumerable.Range(0, count), Collate, Options(steps, shuffle));

    private static DataStreamOptions Options(long? steps, int shuffle = 0) =>
        new() { StepsPerEpoch = steps, ShuffleBuffer = shuffle, ClassNames = ["even", "odd"] };

    private static SampleBatch Collate(IReadOnlyList<int> items) => new(
        torch.tensor(items.Select(static number => (float)number).ToArray()).unsqueeze(1),
        torch.tensor(items.Select(static number => number % 2L).ToArray()));

    private static async IAsyncEnumerable<int> Asynchronous([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var number = 0; number < 5; number++)
        {
            await Task.Delay(1, cancel);
            yield return number;
        }
    }

    private static IEnumerable<int> Failing(int count)
    {
        for (var number = 0; number < count; number++)
        {
            yield return number;
        }
        throw new IOException("the line\nis down");
    }

    private static void Refused(string part, Action action) =>
        Assert.Contains(part, Assert.Throws<TrainException>(action).Message, StringComparison.Ordinal);

    private static List<float[]> Batches(BatchSequence batches)
    {
        var all = new List<float[]>();
        foreach (var batch in batches)
        {
            all.Add([.. batch.Input.data<float>()]);
        }
        return all;
    }
}
