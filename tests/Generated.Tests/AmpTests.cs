using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Precision;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>Generated loops learn in each number type; float16 on the CPU, where only tests allow it.</summary>
public sealed class AmpTests
{
    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false, AllowsHalfOnCpu = true };
    private static readonly DataSplits Data = Samples.Pictures();

    [Theory]
    [InlineData(AmpMode.Bf16)]
    [InlineData(AmpMode.Fp16)]
    public void Every_attribute_at_once_learns_as_in_float32(AmpMode amp)
    {
        var settings = new WindowModel.Hyperparameters { Epochs = 12, EarlyStop = 12 };
        var exact = WindowModel.Train(Data, settings with { Amp = AmpMode.Off }, Quiet);
        var lowered = WindowModel.Train(Data, settings with { Amp = amp }, Quiet);

        Assert.Equal(StopReason.Completed, lowered.StopReason);
        Assert.InRange(exact.Test!.Value.Headline.Value, 0.9, 1);
        Assert.InRange(lowered.Test!.Value.Headline.Value, exact.Test!.Value.Headline.Value - 0.05, 1);
        Assert.Equal(exact.Test!.Value.Loss, lowered.Test!.Value.Loss, 0.02);
        Assert.All(lowered.Model.parameters(), static parameter => Assert.Equal(ScalarType.Float32, parameter.dtype));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Weights.AssertSameBits(exact.Model, lowered.Model));
    }

    [Fact]
    public void Evaluation_runs_in_the_type_that_it_is_given()
    {
        using var model = TemplateModel.Training.Build(new TemplateModel.Hyperparameters());
        double Loss(ScalarType? dtype) => TemplateModel.Training.Evaluate(
            model, Data.Test, Data.Encoding, 32, new MixedPrecision { Device = DeviceType.CPU, Dtype = dtype }).Loss;

        Assert.Equal(Loss(null), Loss(null));
        Assert.NotEqual(Loss(null), Loss(ScalarType.BFloat16));
        Assert.Equal(Loss(null), Loss(ScalarType.BFloat16), 0.02);
    }
}
