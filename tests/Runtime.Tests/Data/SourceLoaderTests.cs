using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Batches of samples that are read by workers.</summary>
public sealed class SourceLoaderTests : IDisposable
{
    private static readonly Placement Cpu = new(torch.CPU, ScalarType.Float32);

    public void Dispose() => LoaderWorkers.Use(LoaderWorkers.Default);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void BatchesAreThoseOfMemoryHoweverManyWorkers(int workers)
    {
        LoaderWorkers.Use(workers);
        using var memory = BatchLoader.Shuffled(InMemory(203), InputEncoding.None(1), 16, seed: 5, Cpu);
        using var read = BatchLoader.Shuffled(Read(203), InputEncoding.None(1), 16, seed: 5, Cpu);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(Batches(memory.Epoch(epoch)), Batches(read.Epoch(epoch)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void EverySampleComesOnce(int workers)
    {
        LoaderWorkers.Use(workers);
        var source = new NumberedSource(101);
        using var loader = BatchLoader.Shuffled(Labelled(source), InputEncoding.None(1), 8, seed: 1, Cpu);
        var seen = Batches(loader.Epoch(0)).SelectMany(static batch => batch).Order();
        Assert.Equal(Enumerable.Range(0, 101).Select(static number => (float)number), seen);
        Assert.Equal(101, source.Reads);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void AResumedEpochGoesOnWithTheNextBatch(int workers)
    {
        LoaderWorkers.Use(workers);
        using var loader = BatchLoader.Shuffled(Read(100), InputEncoding.None(1), 8, seed: 1, Cpu);
        var whole = Batches(loader.Epoch(2));
        for (var done = 0; done <= whole.Count; done++)
        {
            Assert.Equal(whole.Skip(done), Batches(loader.Epoch(2, (2 * loader.BatchesPerEpoch) + done)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void TargetsStayWithTheirSamples(int workers)
    {
        LoaderWorkers.Use(workers);
        using var loader = BatchLoader.Shuffled(Read(60), InputEncoding.None(1), 7, seed: 1, Cpu);
        foreach (var batch in loader.Epoch(0))
        {
            using var scope = torch.NewDisposeScope();
            Assert.Equal(
                batch.Input.data<float>().Select(static number => (long)number % 3), batch.Target.data<long>());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void ABadSampleEndsTheEpochAtItsBatch(int workers)
    {
        LoaderWorkers.Use(workers);
        using var loader = BatchLoader.InOrder(Read(60, static position => position == 25), InputEncoding.None(1), 10, Cpu);
        var seen = 0;
        var failure = Assert.Throws<TrainException>(() =>
        {
            foreach (var batch in loader)
            {
                seen++;
            }
        });
        Assert.Equal("file 25 is cut off; fetch it again", failure.Message);
        Assert.Equal(2, seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void ABadSampleCanBeLeftOut(int workers)
    {
        LoaderWorkers.Use(workers);
        var data = Read(60, static position => position % 20 == 5, OnBadSample.Skip);
        using var loader = BatchLoader.InOrder(data, InputEncoding.None(1), 10, Cpu);
        for (var round = 0; round < 2; round++)
        {
            var batches = Batches(loader.Epoch(0));
            Assert.Equal([9, 10, 9, 10, 9, 10], batches.Select(static batch => batch.Length));
            Assert.Equal(
                Enumerable.Range(0, 60).Where(static number => number % 20 != 5).Select(static number => (float)number),
                batches.SelectMany(static batch => batch));
        }
        Assert.Equal(["file 25", "file 45", "file 5"], data.BadSamples.Select(static sample => sample.Name).Order(StringComparer.Ordinal));
        Assert.All(data.BadSamples, static sample => Assert.Contains("is cut off", sample.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void ABatchWithoutAnySampleIsAnError()
    {
        using var loader = BatchLoader.InOrder(
            Read(30, static position => position is >= 10 and < 20, OnBadSample.Skip), InputEncoding.None(1), 10, Cpu);
        var failure = Assert.Throws<TrainException>(() => Batches(loader.Epoch(0)));
        Assert.StartsWith("none of the 10 samples of a batch could be read, the first file 10;", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatASourceThrowsNamesTheSample()
    {
        using var loader = BatchLoader.InOrder(
            Read(10, static position => position == 3 ? throw new FormatException("odd\nlength") : false), InputEncoding.None(1), 4, Cpu);
        var failure = Assert.Throws<TrainException>(() => Batches(loader.Epoch(0)));
        Assert.Equal("file 3 could not be read: odd length", failure.Message);
    }

    [Fact]
    public void AnEpochThatIsLeftEarlyLeavesNothingBehind()
    {
        LoaderWorkers.Use(4);
        var data = Read(500);
        using var loader = BatchLoader.Shuffled(data, InputEncoding.None(1), 4, seed: 1, Cpu);
        var before = LiveTensors.Count();
        foreach (var batch in loader.Epoch(0))
        {
            break;
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void NoMoreIsReadAheadThanTheQueueHolds()
    {
        LoaderWorkers.Use(2);
        var source = new NumberedSource(10_000);
        using var loader = BatchLoader.InOrder(Labelled(source), InputEncoding.None(1), 10, Cpu);
        foreach (var batch in loader)
        {
            Thread.Sleep(50);   // time in which workers without bounds would go on
            break;
        }
        Assert.InRange(source.Reads, 10, 50);
    }

    [Fact]
    public void MemoryHoldsTheSameSamples()
    {
        var data = Read(60, static position => position == 7, OnBadSample.Skip);
        var memory = data.ToMemory();
        Assert.True(memory.IsInMemory);
        Assert.Equal(59, memory.Count);
        Assert.Equal(
            Enumerable.Range(0, 60).Where(static number => number != 7).Select(static number => (float)number), memory.Inputs.data<float>());
        Assert.Equal("file 8", memory.NameOf(7));
        Assert.Equal("file 7", Assert.Single(data.BadSamples).Name);
    }

    [Fact]
    public void MemoryRefusesABadSample() => Assert.Equal(
        "file 7 is cut off; fetch it again",
        Assert.Throws<TrainException>(() => Read(60, static position => position is 7 or 30).ToMemory()).Message);

    [Fact]
    public void SplitsOfReadSamplesAreThoseOfMemory()
    {
        var (memory, read) = (InMemory(300).Split(splitSeed: 4), Read(300).Split(splitSeed: 4));
        Assert.Equal(Numbers(memory.Train), Numbers(read.Train.ToMemory()));
        Assert.Equal(Numbers(memory.Validation!), Numbers(read.Validation!.ToMemory()));
        Assert.Equal(Numbers(memory.Test!), Numbers(read.Test!.ToMemory()));
        Assert.Equal(memory.Encoding.Mean[0], read.Encoding.Mean[0], 1e-10);
        Assert.Equal(memory.Encoding.Scale[0], read.Encoding.Scale[0], 1e-10);
    }

    private static DataSet Read(long count, Predicate<long>? isBad = null, OnBadSample onBad = OnBadSample.Fail) =>
        new(new NumberedSource(count, isBad), Labels(count), classNames: null) { OnBadSample = onBad };

    private static DataSet Labelled(NumberedSource source) => new(source, Labels(source.Count), classNames: null);

    private static DataSet InMemory(long count) => new(torch.arange(count, dtype: ScalarType.Float32).unsqueeze(1), Labels(count));

    private static Tensor Labels(long count) => torch.arange(count, dtype: ScalarType.Int64).remainder(3);

    private static float[] Numbers(DataSet data) => [.. data.Inputs.data<float>()];

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
