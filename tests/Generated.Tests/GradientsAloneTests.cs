using TorchSharp;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Optim;
using TrainSdk.Precision;
using static TorchSharp.torch;
using static TrainSdk.Generated.Tests.Shared.FeatureAlone;

namespace TrainSdk.Generated.Tests;

/// <summary>What is done to gradients, and how they are computed. Each is held against the loop by hand.</summary>
public sealed class GradientsAloneTests
{
    [Fact]
    public void ClipGradNorm() => Differs(Same(ClipGradNormModel.Training.Description, ClipGradNormModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Norm = static gradients => gradients.ClipNorm(0.3),
    }));

    [Fact]
    public void ClipGradNorm_by_the_largest_magnitude() => Differs(Same(
        ClipGradNormTypeModel.Training.Description, ClipGradNormTypeModel.Train(Pictures, options: Quiet), new LoopParts
        {
            Norm = static gradients => gradients.ClipNorm(0.02, double.PositiveInfinity),
        }));

    [Fact]
    public void ClipGradValue() => Differs(Same(ClipGradValueModel.Training.Description, ClipGradValueModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Norm = static gradients => gradients.ClipValue(0.01),
    }));

    [Fact]
    public void Amp() => Differs(Same(AmpModel.Training.Description, AmpModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Precision = new MixedPrecision { Device = DeviceType.CPU, Dtype = ScalarType.BFloat16 },
    }));

    [Fact]
    public void Amp_switched_off() => Weights.AssertSameBits(
        PlainModel.Train(Pictures, options: Quiet).Model,
        AmpModel.Train(Pictures, new AmpModel.Hyperparameters { Amp = AmpMode.Off }, Quiet).Model);

    [Fact]
    public void Accumulate() => Same(
        AccumulateModel.Training.Description, AccumulateModel.Train(Pictures, options: Quiet), new LoopParts { Accumulate = 5 }, batchSize: 16);

    [Fact]
    public void Accumulate_one() => Weights.AssertSameBits(
        PlainModel.Train(Pictures, options: Quiet).Model,
        AccumulateModel.Train(Pictures, new AccumulateModel.Hyperparameters { Accumulate = 1, BatchSize = 64 }, Quiet).Model);
}
