using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>K-fold is nothing but its trainings one after the other, and leaves the test split and the runs alone.</summary>
public sealed class KFoldTests : IDisposable
{
    private static readonly RunOptions Quiet = new() { Device = "cpu" };
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Every_fold_is_an_ordinary_training()
    {
        var data = Samples.Pictures(train: 90, held: 30);
        var settings = new ClassificationModel.Hyperparameters { Epochs = 2, SplitSeed = 5, Lr = 1e-2, BatchSize = 16 };
        var heard = new List<FoldResult>();
        var result = KFold.Train(ClassificationModel.Training.Description, data, settings, folds: 3, Quiet, new Heard<FoldResult>(heard));

        var byHand = Folds.Of(data, 3, splitSeed: 5)
            .Select(split => ClassificationModel.Train(split, settings, Quiet with { WriteRunFolder = false })).ToArray();
        Assert.Equal(byHand.Select(static fold => fold.Validation!.Value), result.Folds.Select(static fold => fold.Validation));
        Assert.Equal(byHand.Select(static fold => fold.BestEpoch), result.Folds.Select(static fold => fold.BestEpoch));
        Assert.Equal(120, result.Folds.Sum(static fold => fold.ValidationSamples));
        Assert.Equal(result.Folds, heard);
        Assert.All(result.Folds, static fold => Assert.Null(fold.RunFolder));
        Assert.False(Directory.Exists(RunFolder.RunsFolder));

        double[] losses = [.. byHand.Select(static fold => fold.Validation!.Value.Loss)];
        var mean = losses.Sum() / 3;
        Assert.Equal(mean, result.Loss.Mean, 12);
        Assert.Equal(Math.Sqrt(losses.Sum(loss => Math.Pow(loss - mean, 2)) / 2), result.Loss.StandardDeviation, 12);
        var accuracy = Assert.Single(result.Metrics);
        Assert.Equal("accuracy", accuracy.Name);
        Assert.Equal(byHand.Average(static fold => fold.Validation!.Value.Headline.Value), accuracy.Mean, 12);
    }

    // A NaN among the test samples would be seen if they were; they are not even encoded.
    [Fact]
    public void The_test_split_is_not_touched()
    {
        var data = Samples.Rows(160, 40);
        data.Test!.Inputs.fill_(float.NaN);
        var result = KFold.Train(RegressionModel.Training.Description, data, new() { Epochs = 1 }, folds: 2, Quiet);
        Assert.All(result.Folds, static fold => Assert.True(double.IsFinite(fold.Validation.Loss)));
        Assert.Equal(200, result.Folds.Sum(static fold => fold.ValidationSamples));
    }

    [Fact]
    public void Runs_go_below_the_given_folder()
    {
        var options = Quiet with { RunDirectory = _folder };
        var result = KFold.Train(RegressionModel.Training.Description, Samples.Rows(160, 40), new() { Epochs = 1 }, folds: 2, options);
        Assert.Equal([Path.Combine(_folder, "fold-1"), Path.Combine(_folder, "fold-2")], result.Folds.Select(static fold => fold.RunFolder!.Path));
        using var model = RegressionModel.Load(result.Folds[1].RunFolder!.Path);
    }

    [Fact]
    public void A_canceled_one_keeps_the_folds_before()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Heard<FoldResult>([], cancel.Cancel);
        var result = KFold.Train(RegressionModel.Training.Description, Samples.Rows(160, 40), new() { Epochs = 1 }, folds: 3, Quiet, progress, cancel.Token);
        Assert.Single(result.Folds);
        Assert.True(double.IsNaN(result.Loss.StandardDeviation));
    }

    private sealed class Heard<T>(List<T> values, Action? then = null) : IProgress<T>
    {
        public void Report(T value)
        {
            values.Add(value);
            then?.Invoke();
        }
    }
}
