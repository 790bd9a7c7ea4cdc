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
        using var memory = BatchLoader.Shuffled(NumberedData.InMemory(203), InputEncoding.None(1), 16, seed: 5, Cpu);
        using var read = BatchLoader.Shuffled(NumberedData.Read(203), InputEncoding.None(1), 16, seed: 5, Cpu);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(BatchInputs.Of(memory.Epoch(epoch)), BatchInputs.Of(read.Epoch(epoch)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void EverySampleComesOnce(int workers)
    {
        LoaderWorkers.Use(workers);
        var source = new NumberedSource(101);
        using var loader = BatchLoader.Shuffled(NumberedData.Read(source), InputEncoding.None(1), 8, seed: 1, Cpu);
        var seen = BatchInputs.Of(loader.Epoch(0)).SelectMany(static batch => batch).Order();
        Assert.Equal(Enumerable.Range(0, 101).Select(static number => (float)number), seen);
        Assert.Equal(101, source.Reads);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void AResumedEpochGoesOnWithTheNextBatch(int workers)
    {
        LoaderWorkers.Use(workers);
        using var loader = BatchLoader.Shuffled(NumberedData.Read(100), InputEncoding.None(1), 8, seed: 1, Cpu);
        var whole = BatchInputs.Of(loader.Epoch(2));
        for (var done = 0; done <= whole.Count; done++)
        {
            Assert.Equal(whole.Skip(done), BatchInputs.Of(loader.Epoch(2, (2 * loader.BatchesPerEpoch) + done)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void TargetsStayWithTheirSamples(int workers)
    {
        LoaderWorkers.Use(workers);
        using var loader = BatchLoader.Shuffled(NumberedData.Read(60), InputEncoding.None(1), 7, seed: 1, Cpu);
        foreach (var batch in loader.Epoch(0))
        {
            using var scope = torch.NewDisposeScope();
            Assert.Equal(
                batch.Input.data<float>().Select(static number => (long)number % 3), batch.Target.data<long>());
        }
    }

    [Fact]
    public void AnEpochThatIsLeftEarlyLeavesNothingBehind()
    {
        LoaderWorkers.Use(4);
        var data = NumberedData.Read(500);
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
        using var loader = BatchLoader.InOrder(NumberedData.Read(source), InputEncoding.None(1), 10, Cpu);
        foreach (var batch in loader)
        {
            Thread.Sleep(50);   // time in which workers without bounds would go on
            break;
        }
        Assert.InRange(source.Reads, 10, 50);
    }
}
