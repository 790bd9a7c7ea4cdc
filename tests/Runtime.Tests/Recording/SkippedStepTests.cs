using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Recording;

/// <summary>With a gradient scaler single skipped steps are normal; twenty in a row are not.</summary>
public sealed class SkippedStepTests
{
    [Theory]
    [InlineData(true, null, 19)]
    [InlineData(true, 3L, 20)]
    [InlineData(true, 3L, 50)]
    [InlineData(false, 3L, 1)]
    public void ARowOfSkipsCountsFromItsFirst(bool toleratesSkips, long? expected, int skips) =>
        Assert.Equal(expected, FirstBadStep(toleratesSkips, step => step >= 3 && step < 3 + skips));

    [Fact]
    public void AGoodStepEndsARow() => Assert.Null(FirstBadStep(toleratesSkips: true, static step => step % 20 != 0));

    [Fact]
    public void ARowGoesOnOverTheEndOfAnEpoch() =>
        Assert.Equal(21, FirstBadStep(toleratesSkips: true, static step => step > 20, stepsPerEpoch: 15));

    private static long? FirstBadStep(bool toleratesSkips, Func<long, bool> isSkipped, int stepsPerEpoch = 150)
    {
        using var scope = NewDisposeScope();
        using var recorder = new Recorder(folder: null, torch.CPU, progress: null, toleratesSkips);
        var one = torch.tensor(1.0);
        for (var step = 0L; step < 150; step++)
        {
            var norm = torch.tensor(isSkipped(step) ? double.PositiveInfinity : 1);
            recorder.Step(step, (int)step / stepsPerEpoch, 0.1, one, 1, new GradientNorm(norm, one));
            if ((step + 1) % stepsPerEpoch == 0)
            {
                recorder.TrainingDone();
                recorder.Epoch((int)step / stepsPerEpoch, step + 1, metrics: null, Evaluation.None);
            }
        }
        return recorder.History[^1].FirstBadStep;
    }
}
