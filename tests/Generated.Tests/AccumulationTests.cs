using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>Accumulate(k) at batch b takes the steps of batch k·b.</summary>
public sealed class AccumulationTests
{
    private const double Exact = 1e-10;
    private const double Single = 1e-5;

    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };

    // 200 samples. Without a validation split the last weights are kept.
    private static readonly DataSplits Data = Samples.Pictures(held: 0);

    // The last window holds a short batch alone; two batches, one of them short; a short batch and more; everything.
    public static TheoryData<int, int> Windows => new() { { 16, 3 }, { 16, 5 }, { 7, 6 }, { 30, 10 } };

    [Theory]
    [MemberData(nameof(Windows))]
    public void A_mean_over_samples(int batchSize, int batches)
    {
        Near(Exact, ScalarType.Float64, Mean(batchSize, batches), Mean(Together(batchSize, batches), 1));
        Near(Single, ScalarType.Float32, Mean(batchSize, batches), Mean(Together(batchSize, batches), 1));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void A_mean_over_class_weights(int batchSize, int batches)
    {
        Near(Exact, ScalarType.Float64, Weighted(batchSize, batches), Weighted(Together(batchSize, batches), 1));
        Near(Single, ScalarType.Float32, Weighted(batchSize, batches), Weighted(Together(batchSize, batches), 1));
    }

    // The objective's own class weights, smoothed labels, and one class that weighs nothing.
    [Theory]
    [MemberData(nameof(Windows))]
    public void A_mean_over_class_weights_of_the_attribute(int batchSize, int batches)
    {
        Near(Exact, ScalarType.Float64, ByAttribute(batchSize, batches), ByAttribute(Together(batchSize, batches), 1));
        Near(Single, ScalarType.Float32, ByAttribute(batchSize, batches), ByAttribute(Together(batchSize, batches), 1));
    }

    [Fact]
    public void The_recorded_loss_is_the_mean_over_the_window()
    {
        var parts = Weighted(16, 3)(ScalarType.Float64).History;
        var whole = Weighted(48, 1)(ScalarType.Float64).History;
        Assert.All(parts.Zip(whole), static pair =>
        {
            Assert.Equal(pair.Second.Step, pair.First.Step);
            Assert.Equal(pair.Second.Train.Loss, pair.First.Train.Loss, Exact);
            Assert.Equal(pair.Second.GradNorm, pair.First.GradNorm, Exact);
        });
    }

    [Fact]
    public void The_schedule_counts_optimizer_steps()
    {
        var logger = new Warnings();
        var settings = new WindowModel.Hyperparameters { Warmup = Duration.Steps(14), Epochs = 3, Amp = AmpMode.Off };
        var options = Quiet with { Logger = logger };

        var fourToAStep = WindowModel.Train(Samples.Pictures(), settings, options).History;
        Assert.Equal([4, 8, 12], fourToAStep.Select(static epoch => epoch.Step));
        Assert.Equal(WindowModel.Training.Lr(11, settings, 4), fourToAStep[^1].Lr);
        Assert.Contains("Warmup", Assert.Single(logger.Lines), StringComparison.Ordinal);

        var eachAStep = WindowModel.Train(Samples.Pictures(), settings with { Accumulate = 1 }, options).History;
        Assert.Equal([13, 26, 39], eachAStep.Select(static epoch => epoch.Step));
        Assert.Single(logger.Lines);
    }

    [Fact]
    public void A_window_that_was_begun_is_finished()
    {
        using var cancel = new CancellationTokenSource();
        var model = new WeightedModel
        {
            OnPass = pass =>
            {
                if (pass == 4)
                {
                    cancel.Cancel();
                }
            },
        };
        var result = WeightedModel.Train(model, Data, options: Quiet, cancel: cancel.Token);
        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.Equal(6, model.Passes);
    }

    [Fact]
    public void Batches_of_none_are_refused() => Assert.Contains(
        "Accumulate is 0 but must be at least 1",
        Assert.Throws<TrainException>(() => WeightedModel.Train(Data, new WeightedModel.Hyperparameters { Accumulate = 0 }, Quiet)).Message,
        StringComparison.Ordinal);

    private static int Together(int batchSize, int batches) => (int)Math.Min(batchSize * batches, Data.Train.Count);

    private static Func<ScalarType, FitResult<AccumulateModel>> Mean(int batchSize, int batches) => dtype =>
    {
        var settings = new AccumulateModel.Hyperparameters { BatchSize = batchSize, Accumulate = batches, Epochs = 4, Dropout = 0 };
        return AccumulateModel.Train(AccumulateModel.Training.Build(settings).to(dtype), Data, settings, Quiet);
    };

    private static Func<ScalarType, FitResult<WeightedModel>> Weighted(int batchSize, int batches) => dtype =>
    {
        var settings = new WeightedModel.Hyperparameters { BatchSize = batchSize, Accumulate = batches };
        return WeightedModel.Train(WeightedModel.Training.Build(settings).to(dtype), Data, settings, Quiet);
    };

    private static Func<ScalarType, FitResult<ClassWeightsModel>> ByAttribute(int batchSize, int batches) => dtype =>
    {
        var settings = new ClassWeightsModel.Hyperparameters { BatchSize = batchSize, Accumulate = batches };
        return ClassWeightsModel.Train(ClassWeightsModel.Training.Build(settings).to(dtype), Data, settings, Quiet);
    };

    private static void Near<TModel>(
        double tolerance, ScalarType dtype, Func<ScalarType, FitResult<TModel>> parts, Func<ScalarType, FitResult<TModel>> whole)
        where TModel : nn.Module =>
        Assert.InRange(Weights.Distance(whole(dtype).Model, parts(dtype).Model), 0, tolerance);

    private sealed class Warnings : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Add(formatter(state, exception));
            }
        }
    }
}
