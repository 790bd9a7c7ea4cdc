using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch.nn.functional;
using static TrainSdk.Generated.Tests.Shared.FeatureAlone;

namespace TrainSdk.Generated.Tests;

/// <summary>Each objective, and the smoothing of labels. Each is held against the loop by hand.</summary>
public sealed class ObjectivesAloneTests
{
    [Fact]
    public void Classification() => Weights.AssertSameBits(
        Same(ClassificationModel.Training.Description, ClassificationModel.Train(Pictures, options: Quiet), new LoopParts()),
        PlainModel.Train(Pictures, options: Quiet).Model);

    [Fact]
    public void LabelSmoothing() => Differs(Same(LabelSmoothingModel.Training.Description, LabelSmoothingModel.Train(Pictures, options: Quiet), new LoopParts
    {
        TrainingLoss = static (output, target) => cross_entropy(output, target, label_smoothing: 0.2),
    }));

    [Fact]
    public void OwnLoss()
    {
        var result = OwnLossModel.Train(Pictures, options: Quiet);
        Differs(result.Model);
        Assert.Equal(Evaluation.LossName, result.Test!.Value.Headline.Name);
    }

    [Fact]
    public void Regression()
    {
        var parts = new LoopParts
        {
            Criterion = static (output, target) => mse_loss(output, target.squeeze(1)),
            Metrics = static () => new MetricSet(new MeanAbsoluteError()),
        };
        var result = RegressionModel.Train(Samples.Rows(), options: Quiet);
        Same(RegressionModel.Training.Description, result, parts, data: Samples.Rows());
        Assert.Equal("mae", result.Test!.Value.Headline.Name);
    }
}
