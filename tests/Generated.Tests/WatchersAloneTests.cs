using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TrainSdk.Generated.Tests.Shared.FeatureAlone;

namespace TrainSdk.Generated.Tests;

/// <summary>What follows the validations: early stopping, the plateau, and what they watch. Each is held against the loop by hand.</summary>
public sealed class WatchersAloneTests
{
    [Fact]
    public void ReduceLrOnPlateau()
    {
        var plateau = new LrPlateau(Lr, patience: 0, factor: 0.5, threshold: 0.3, cooldown: 1, minLr: 2e-4);
        var result = ReduceLrOnPlateauModel.Train(Pictures, options: Quiet);
        Same(ReduceLrOnPlateauModel.Training.Description, result, new LoopParts { Plateau = plateau }, epochs: 8);
        double[] rates = [.. result.History.Select(static epoch => epoch.Lr)];
        Assert.Equal(Lr, rates[0]);
        Assert.InRange(rates.Distinct().Count(), 3, 4);
        Assert.Equal(2e-4, rates[^1], 1e-18);
    }

    [Fact]
    public void ReduceLrOnPlateau_without_a_validation_split_is_refused() => Assert.Contains(
        "[ReduceLrOnPlateau] watches the validation",
        Assert.Throws<TrainException>(static () => ReduceLrOnPlateauModel.Train(Samples.Pictures(held: 0), options: Quiet)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Monitors()
    {
        var parts = new LoopParts
        {
            Lr = static (_, _) => 0.03,
            Plateau = new LrPlateau(0.03, 0, 0.5, 0.01, ThresholdMode.Absolute),
            EarlyStop = new EarlyStopping(3, 0.02),
            EarlyStopMinEpochs = 8,
            Monitor = static validation => validation.Of<Accuracy>(),
        };
        var result = MonitorModel.Train(Pictures, options: Quiet);
        Same(MonitorModel.Training.Description, result, parts, epochs: 14);
        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.InRange(result.History.Count, 8, 13);
        Assert.True(result.History[^1].Lr < 0.03);
        double[] accuracies = [.. result.History.Select(static epoch => epoch.Validation.Of<Accuracy>().Value)];
        Assert.Equal(Array.IndexOf(accuracies, accuracies.Max()), result.BestEpoch);
    }

    [Fact]
    public void A_run_of_least_epochs_goes_on_past_the_patience()
    {
        var early = MonitorModel.Train(Pictures, new MonitorModel.Hyperparameters { EarlyStopMinEpochs = 0 }, Quiet);
        var late = MonitorModel.Train(Pictures, new MonitorModel.Hyperparameters { EarlyStopMinEpochs = 13 }, Quiet);
        Assert.True(early.History.Count < 13);
        Assert.InRange(late.History.Count, 13, 14);
    }

    [Fact]
    public void EarlyStop()
    {
        var result = EarlyStopModel.Train(Pictures, options: Quiet);
        Same(EarlyStopModel.Training.Description, result, new LoopParts { EarlyStop = new EarlyStopping(2, 0.05), Lr = static (_, _) => 0.05 }, epochs: 12);
        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.InRange(result.History.Count, 3, 11);
    }

    [Fact]
    public void EarlyStop_is_resumed_with_more_patience_alone()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            EarlyStopModel.Train(Pictures, options: Quiet with { WriteRunFolder = true, RunDirectory = folder }).Model.Dispose();
            var error = Assert.Throws<TrainException>(() => EarlyStopModel.Resume(folder, Pictures));
            Assert.EndsWith("with its patience used up; give it more, such as --early-stop 4", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void EarlyStop_without_a_validation_split_is_refused() => Assert.Contains(
        "validation split",
        Assert.Throws<TrainException>(static () => EarlyStopModel.Train(Samples.Pictures(held: 0), options: Quiet)).Message,
        StringComparison.Ordinal);
}
