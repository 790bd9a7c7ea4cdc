using TorchSharp;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>A gradient that is not finite reaches neither weights nor optimizer, with and without a scaler.</summary>
public sealed class BadStepTests
{
    private const long BadStep = 9;

    private static readonly RunOptions Options = new() { WriteRunFolder = false, AllowsHalfOnCpu = true };

    // The optimizer's own state is equal where all later steps are equal, bit for bit, to those of a loop that leaves the step out.
    [Theory]
    [InlineData(AmpMode.Fp16, double.PositiveInfinity)]
    [InlineData(AmpMode.Fp16, double.NaN)]
    [InlineData(AmpMode.Bf16, double.NaN)]
    [InlineData(AmpMode.Off, double.NaN)]
    [InlineData(AmpMode.Off, double.NegativeInfinity)]
    public void ABadStepIsAsIfItWereNotTaken(AmpMode mode, double bad)
    {
        var injected = new AmpLoop { OnGradients = Inject(bad, BadStep) };
        var leftOut = new AmpLoop { OnGradients = Inject(bad, BadStep), LeftOut = BadStep };
        var settings = new SmallSettings { Amp = mode, Epochs = 4 };
        Fit(injected, settings);
        Fit(leftOut, settings);
        Assert.Equal(leftOut.Bits, injected.Bits);
        Assert.NotEqual(injected.Bits[(int)BadStep], injected.Bits[(int)BadStep + 1]);
    }

    [Fact]
    public void AnOverflowInFp16HalvesTheScaleAndTrainingGoesOn()
    {
        var loop = new AmpLoop { OnGradients = Inject(double.PositiveInfinity, BadStep) };
        var result = Fit(loop, new SmallSettings { Amp = AmpMode.Fp16, Epochs = 12 });
        Assert.Equal(65536, loop.Scales[(int)BadStep - 1]);
        Assert.All(loop.Scales.Skip((int)BadStep), static scale => Assert.Equal(32768, scale));
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.All(result.History, static epoch => Assert.Null(epoch.FirstBadStep));
        Assert.True(result.Test!.Value.Headline.Value > 0.9, $"accuracy {result.Test.Value.Headline.Value}");
    }

    [Fact]
    public void AScaleThatIsTooLargeFallsUntilItFits()
    {
        var loop = new AmpLoop { Scaler = static precision => new GradScaler(precision) { InitialScale = Math.Pow(2, 30) } };
        var result = Fit(loop, new SmallSettings { Amp = AmpMode.Fp16, Epochs = 12 });
        var skips = loop.Scales.Count(scale => scale > loop.Scales[^1]);
        Assert.InRange(skips, 5, 19);
        Assert.Equal(Enumerable.Range(1, skips).Select(static skip => Math.Pow(2, 30 - skip)), loop.Scales.Take(skips));
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.True(result.Test!.Value.Headline.Value > 0.9, $"accuracy {result.Test.Value.Headline.Value}");
    }

    [Fact]
    public void TheScaleGrowsAfterItsInterval()
    {
        var loop = new AmpLoop { Scaler = static precision => new GradScaler(precision) { InitialScale = 256, GrowthInterval = 5 } };
        Fit(loop, new SmallSettings { Amp = AmpMode.Fp16, Epochs = 2 });
        Assert.Equal(Enumerable.Range(1, loop.Scales.Count).Select(static steps => 256 * Math.Pow(2, steps / 5)), loop.Scales);
    }

    [Theory]
    [InlineData(AmpMode.Off)]
    [InlineData(AmpMode.Bf16)]
    public void WithoutAScalerOneBadStepIsADivergence(AmpMode mode)
    {
        var result = Fit(new AmpLoop { OnGradients = Inject(double.NaN, BadStep) }, new SmallSettings { Amp = mode });
        Assert.Equal(StopReason.Diverged, result.StopReason);
        Assert.Equal(BadStep, result.History[^1].FirstBadStep);
    }

    [Fact]
    public void WithAScalerTwentyBadStepsInARowAre()
    {
        var loop = new AmpLoop { OnGradients = Inject(double.NaN, [1, 2, 3, .. Enumerable.Range(5, 40).Select(static step => (long)step)]) };
        var result = Fit(loop, new SmallSettings { Amp = AmpMode.Fp16, Epochs = 10 });
        Assert.Equal(StopReason.Diverged, result.StopReason);
        Assert.Equal(5, result.History[^1].FirstBadStep);
    }

    [Fact]
    public void ALowerPrecisionLearnsAsFloat32Does()
    {
        var full = Fit(new AmpLoop(), new SmallSettings { Epochs = 12 });
        foreach (var mode in new[] { AmpMode.Bf16, AmpMode.Fp16 })
        {
            var lowered = Fit(new AmpLoop(), new SmallSettings { Amp = mode, Epochs = 12 });
            Assert.NotEqual(full.History[^1].Train.Loss, lowered.History[^1].Train.Loss);
            Assert.Equal(full.History[^1].Train.Loss, lowered.History[^1].Train.Loss, 0.02);
        }
    }

    private static FitResult<SmallNet> Fit(AmpLoop loop, SmallSettings settings)
    {
        torch.manual_seed(3).Dispose();
        using var model = new SmallNet();
        return loop.Fit(model, Samples.Splits(), settings, Options);
    }

    private static Action<long, nn.Module> Inject(double value, params long[] steps) => (step, model) =>
    {
        if (steps.Contains(step))
        {
            model.parameters().First().grad![0, 0] = torch.tensor((float)value);
        }
    };
}
