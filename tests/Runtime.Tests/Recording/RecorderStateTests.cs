using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Recording;

/// <summary>A recorder that goes on from another's state says of the epoch what the other would have said.</summary>
public sealed class RecorderStateTests
{
    private const int Steps = 30;
    private const int StepsPerEpoch = 10;

    private static readonly Evaluation Measured = new(0.25);

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void AnotherGoesOnFromEveryStep(bool toleratesSkips, bool hasBadSteps)
    {
        for (var stopped = 0; stopped <= Steps; stopped++)
        {
            var (time, laterTime) = (new StoppedTime(), new StoppedTime { Now = TimeSpan.FromDays(3) });
            using var whole = new Recorder(null, torch.CPU, null, time, toleratesSkips);
            using var later = new Recorder(null, torch.CPU, null, laterTime, toleratesSkips);
            for (var step = 0; step < Steps; step++)
            {
                if (step == stopped)
                {
                    laterTime.Now += TimeSpan.FromHours(1);
                    Saved.Move(whole, later);
                }
                Record(whole, time, step, hasBadSteps);
                if (step >= stopped)
                {
                    Record(later, laterTime, step, hasBadSteps);
                    Assert.Equal(whole.Steps, later.Steps);
                    Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
                }
            }
            Assert.Equal(whole.History.TakeLast(later.History.Count), later.History);
            Assert.True(stopped > 20 || later.History.Count > 0);
        }
    }

    [Fact]
    public void TheClockGoesOnWithoutTheTimeBetween()
    {
        var time = new StoppedTime();
        using var recorder = new Recorder(null, torch.CPU, null, time);
        Record(recorder, time, 0, hasBadSteps: false);
        var later = new StoppedTime { Now = TimeSpan.FromDays(30) };
        using var second = new Recorder(null, torch.CPU, null, later);
        later.Now += TimeSpan.FromHours(5);
        Saved.Move(recorder, second);
        Record(second, later, 1, hasBadSteps: false);
        second.TrainingDone();
        later.Now += TimeSpan.FromSeconds(4);
        var summary = second.Epoch(0, 2, null, Measured);
        Assert.Equal((6.0, 32 / 2.0), (summary.Seconds, summary.SamplesPerSecond));
    }

    // A step takes a second, a validation three; there is one within each epoch and one at its end.
    private static void Record(Recorder recorder, StoppedTime time, int step, bool hasBadSteps)
    {
        using var scope = NewDisposeScope();
        time.Now += TimeSpan.FromSeconds(1);
        var norm = torch.tensor(hasBadSteps && step is >= 5 and < 27 ? double.NaN : 1.0 / (step + 3));
        recorder.Step(
            step, step / StepsPerEpoch, 0.1 / (step + 1), torch.tensor(Math.Sin(step)), 16, new GradientNorm(norm, norm.isfinite().logical_not()));
        if (step % StepsPerEpoch == 6)
        {
            recorder.TrainingDone();
            time.Now += TimeSpan.FromSeconds(3);
            recorder.Validation(step / StepsPerEpoch, step + 1, Measured);
        }
        if (step % StepsPerEpoch == StepsPerEpoch - 1)
        {
            recorder.TrainingDone();
            time.Now += TimeSpan.FromSeconds(3);
            recorder.Epoch(step / StepsPerEpoch, step + 1, null, Measured);
        }
    }
}
