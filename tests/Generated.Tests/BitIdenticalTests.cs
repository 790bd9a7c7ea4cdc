using TrainSdk.Data;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>The generated loops end at the same bits as the four loops by hand.</summary>
public sealed class BitIdenticalTests
{
    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false, AllowsHalfOnCpu = true };
    private static readonly DataSplits Data = Samples.Pictures();

    [Fact]
    public void Minimal()
    {
        var settings = new MinimalModel.Hyperparameters { Epochs = 3 };
        Same(
            MinimalLoop.Fit(MinimalModel.Training.Build(settings), false, Data, settings, Quiet, CancellationToken.None),
            MinimalModel.Train(Data, settings, Quiet));
    }

    [Theory]
    [InlineData(AmpMode.Auto)]
    [InlineData(AmpMode.Bf16)]
    public void Template(AmpMode amp)
    {
        var settings = new TemplateModel.Hyperparameters { Amp = amp };
        Same(
            TemplateLoop.Fit(TemplateModel.Training.Build(settings), false, Data, settings, Quiet, CancellationToken.None),
            TemplateModel.Train(Data, settings, Quiet));
    }

    [Theory]
    [InlineData(AmpMode.Auto)]
    [InlineData(AmpMode.Bf16)]
    [InlineData(AmpMode.Fp16)]
    public void Windows(AmpMode amp)
    {
        var settings = new WindowModel.Hyperparameters { Amp = amp };
        Same(
            WindowLoop.Fit(WindowModel.Training.Build(settings), false, Data, settings, Quiet, CancellationToken.None),
            WindowModel.Train(Data, settings, Quiet));
    }

    [Theory]
    [InlineData(AmpMode.Auto)]
    [InlineData(AmpMode.Bf16)]
    [InlineData(AmpMode.Fp16)]
    public void Maximal(AmpMode amp)
    {
        var settings = new MaximalModel.Hyperparameters { Amp = amp };
        Same(
            MaximalLoop.Fit(MaximalModel.Training.Build(settings), false, Data, settings, Quiet, CancellationToken.None),
            MaximalModel.Train(Data, settings, Quiet));
    }

    [Fact]
    public void Another_seed_gives_other_bits()
    {
        var first = MinimalModel.Train(Data, new MinimalModel.Hyperparameters { Epochs = 1 }, Quiet).Model;
        var second = MinimalModel.Train(Data, new MinimalModel.Hyperparameters { Epochs = 1, Seed = 1 }, Quiet).Model;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Weights.AssertSameBits(first, second));
    }

    private static void Same<TModel>(FitResult<TModel> byHand, FitResult<TModel> generated)
        where TModel : nn.Module
    {
        Assert.Equal(byHand.StopReason, generated.StopReason);
        Assert.Equal(byHand.BestEpoch, generated.BestEpoch);
        Assert.Equal(byHand.Test, generated.Test);
        Assert.Equal(
            byHand.History.Select(static epoch => (epoch.Train, epoch.Validation, epoch.GradNorm, epoch.Lr)),
            generated.History.Select(static epoch => (epoch.Train, epoch.Validation, epoch.GradNorm, epoch.Lr)));
        Weights.AssertSameBits(byHand.Model, generated.Model);
    }
}
