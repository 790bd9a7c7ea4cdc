using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Terminal;

namespace TrainSdk.Runtime.Tests.Terminal;

public sealed class TimeLeftTests
{
    private readonly StoppedTime _time = new();

    [Fact]
    public void NothingIsKnownBeforeTheFirstStep()
    {
        var left = new TimeLeft(_time, step: 0);
        Assert.Null(left.Until(100, 0));
        At(seconds: 5);
        Assert.Null(left.Until(100, 0));
    }

    [Fact]
    public void ThePaceIsThatOfTheLastOneToTwoEpochs()
    {
        var left = new TimeLeft(_time, step: 0);
        At(seconds: 10);
        Assert.Equal(TimeSpan.FromSeconds(90), left.Until(100, 10));
        left.Epoch(10);
        At(seconds: 15);
        Assert.Equal(TimeSpan.FromSeconds(60), left.Until(100, 20));
        left.Epoch(20);
        At(seconds: 20);
        // Ten steps in the five seconds of the second epoch, ten in those since.
        Assert.Equal(TimeSpan.FromSeconds(35), left.Until(100, 30));
    }

    [Fact]
    public void ARunThatGoesOnCountsItsOwnSteps()
    {
        var left = new TimeLeft(_time, step: 80);
        At(seconds: 10);
        Assert.Equal(TimeSpan.FromSeconds(10), left.Until(100, 90));
        Assert.Null(left.Until(100, 70));
    }

    [Fact]
    public void ValidationsDoNotCountAsTraining()
    {
        var throughput = new Throughput();
        throughput.Add([Step(0), Step(1), Step(2)]);
        Assert.Equal(64, throughput.SamplesPerSecond, 1e-9);
        throughput.Pause();
        throughput.Add([Step(100), Step(101)]);
        Assert.Equal(64, throughput.SamplesPerSecond, 1e-9);
        throughput.Add([Step(101.5), Step(102)]);
        Assert.Equal(64 + (0.2 * 64), throughput.SamplesPerSecond, 1e-9);
    }

    private static StepRecord Step(double seconds) =>
        new(0, 0, 0, 0, 64, 0) { Count = 64, Time = DateTimeOffset.UnixEpoch.AddSeconds(seconds) };

    private void At(double seconds) => _time.Now = TimeSpan.FromSeconds(seconds);
}
