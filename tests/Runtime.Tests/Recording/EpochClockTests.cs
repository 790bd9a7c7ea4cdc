using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.State;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class EpochClockTests
{
    private readonly StoppedTime _time = new();
    private readonly EpochClock _clock;
    private TimeSpan _waited;

    public EpochClockTests() => _clock = new EpochClock(_time) { TakeWaited = TakeWaited };

    [Fact]
    public void EverySecondIsInOnePart()
    {
        Pass(1);
        Step(forward: 2, backward: 3, optimizer: 4, waited: 0.5);
        _clock.Enter(Phase.Validation);
        Pass(6);
        _clock.Enter(Phase.Other);
        Step(forward: 1, backward: 1, optimizer: 1, waited: 0.25);
        var before = _clock.Enter(Phase.Checkpoint);
        Pass(0.125);
        _clock.Enter(before);
        Assert.Equal(new EpochTimes(0.75, 3, 4, 5, 6, 0.125), _clock.Times);
        Assert.Equal((19.875, 13.875), (_clock.Elapsed.TotalSeconds, _clock.Trained.TotalSeconds));
        _clock.Restart();
        Assert.Equal((default(EpochTimes), 0), (_clock.Times, _clock.Elapsed.TotalSeconds));
    }

    // The backward pass of a window's batch is followed by the next batch, without a word of the loop.
    [Fact]
    public void WaitingForABatchIsNoPartOfWhatCameBefore()
    {
        _clock.Enter(Phase.Backward);
        Pass(2);
        _waited = TimeSpan.FromSeconds(1.5);
        Pass(1.5);
        _clock.Enter(Phase.Forward);
        Assert.Equal((1.5, 2.0), (_clock.Times.Data, _clock.Times.Backward));
    }

    // A GPU computes while the host goes ahead: the host is timed in one step of four here.
    [Fact]
    public void PartsOfStepsThatWereNotTimedAreReckonedFromThoseThatWere()
    {
        Step(forward: 1, backward: 2, optimizer: 0.5, waited: 0.5);
        for (var step = 0; step < 3; step++)
        {
            _waited = TimeSpan.FromSeconds(3);
            Pass(4);
            _clock.StepDone(isTimed: false);
        }
        Assert.Equal(new EpochTimes(2, 4, 8, 2, 0, 0), _clock.Times);
    }

    [Fact]
    public void WithoutATimedStepItSaysNothing()
    {
        Pass(1);
        _clock.StepDone(isTimed: false);
        Assert.True(double.IsNaN(_clock.Times.Forward) && double.IsNaN(_clock.Times.Data));
    }

    [Fact]
    public void AStateOfAnEarlierVersionGoesOn()
    {
        var values = new Dictionary<string, string>
        {
            ["elapsed_ticks"] = $"{TimeSpan.FromSeconds(9).Ticks}",
            ["trained_ticks"] = $"{TimeSpan.FromSeconds(4).Ticks}",
            ["training_since_ticks"] = $"{TimeSpan.FromSeconds(7).Ticks}",
        };
        _clock.Load(new StateReader(static _ => null, values, TorchSharp.torch.CPU));
        Assert.Equal((9.0, 6.0, 3.0), (_clock.Elapsed.TotalSeconds, _clock.Trained.TotalSeconds, _clock.Times.Validation));
    }

    private void Step(double forward, double backward, double optimizer, double waited)
    {
        _waited = TimeSpan.FromSeconds(waited);
        Pass(waited);
        _clock.Enter(Phase.Forward);
        Pass(forward);
        _clock.Enter(Phase.Backward);
        Pass(backward);
        _clock.Enter(Phase.Optimizer);
        Pass(optimizer);
        _clock.Enter(Phase.Other);
        _clock.StepDone(isTimed: true);
    }

    private void Pass(double seconds) => _time.Now += TimeSpan.FromSeconds(seconds);

    private TimeSpan TakeWaited()
    {
        var waited = _waited;
        _waited = TimeSpan.Zero;
        return waited;
    }
}
