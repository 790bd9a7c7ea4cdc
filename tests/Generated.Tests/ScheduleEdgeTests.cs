using Microsoft.Extensions.Logging;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models.Schedules;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>The edges of schedules: what a warmup of no length, of the run's length and beyond does, one step in all, tails, one batch.</summary>
public sealed class ScheduleEdgeTests
{
    private const double Lr = 1e-3;

    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };

    [Fact]
    public void A_warmup_of_no_length_is_none() => Assert.All(
        Enumerable.Range(0, 31),
        static step => Assert.Equal(Lr * (30 - Math.Min(step, 30)) / 30, WarmLinear.Training.Lr(step, Run(3, 0), 10), 1e-18));

    [Theory]
    [InlineData("30steps")]
    [InlineData("100%")]
    [InlineData("3")]
    public void A_warmup_of_the_runs_length_rises_to_its_end(string warmup)
    {
        Duration.TryParse(warmup, out var length);
        Assert.All(Enumerable.Range(0, 30), step => Assert.Equal(Lr * (step + 1) / 30, WarmLinear.Training.Lr(step, Run(3, length), 10), 1e-18));
        Assert.Equal(0, WarmLinear.Training.Lr(30, Run(3, length), 10));
    }

    [Fact]
    public void A_warmup_beyond_the_run_is_cut_to_it() => Assert.All(
        Enumerable.Range(0, 30), static step => Assert.Equal(Lr * (step + 1) / 30, WarmLinear.Training.Lr(step, Run(3, 50), 10), 1e-18));

    [Fact]
    public void It_is_said_once()
    {
        var warnings = new Warnings();
        var settings = new WarmLinear.Hyperparameters { Epochs = 2, Warmup = 5, BatchSize = 40 };
        WarmLinear.Train(Rows(40), settings, Quiet with { Logger = warnings });
        Assert.Contains("Warmup 5 fills the run of 2 epochs", Assert.Single(warnings.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_step_in_all_is_taken_at_the_full_rate(int warmup) => Assert.All(
        new[]
        {
            WarmLinear.Training.Lr(0, new() { Epochs = 1, Warmup = warmup }, 1),
            WarmCosine.Training.Lr(0, new() { Epochs = 1, Warmup = warmup }, 1),
            WarmCosineRestarts.Training.Lr(0, new() { Epochs = 1, Warmup = warmup }, 1),
            WarmStepDecay.Training.Lr(0, new() { Epochs = 1, Warmup = warmup }, 1),
            WarmMilestones.Training.Lr(0, new() { Epochs = 1, Warmup = warmup }, 1),
            WarmExponential.Training.Lr(0, new() { Epochs = 1, Warmup = warmup }, 1),
            WarmPolynomial.Training.Lr(0, new() { Epochs = 1, Warmup = warmup }, 1),
        },
        static rate => Assert.Equal(Lr, rate, 1e-18));

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(1000)]
    public void A_step_after_the_end_counts_as_the_end(long step)
    {
        Assert.Equal(WarmLinear.Training.Lr(10, new() { Epochs = 2 }, 5), WarmLinear.Training.Lr(step, new() { Epochs = 2 }, 5));
        Assert.Equal(WarmCosineRestarts.Training.Lr(10, new() { Epochs = 2 }, 5), WarmCosineRestarts.Training.Lr(step, new() { Epochs = 2 }, 5));
        Assert.Equal(WarmStepDecay.Training.Lr(10, new() { Epochs = 2 }, 5), WarmStepDecay.Training.Lr(step, new() { Epochs = 2 }, 5));
        Assert.Equal(WarmMilestones.Training.Lr(10, new() { Epochs = 2 }, 5), WarmMilestones.Training.Lr(step, new() { Epochs = 2 }, 5));
        Assert.Equal(WarmExponential.Training.Lr(10, new() { Epochs = 2 }, 5), WarmExponential.Training.Lr(step, new() { Epochs = 2 }, 5));
        Assert.Equal(WarmPolynomial.Training.Lr(10, new() { Epochs = 2 }, 5), WarmPolynomial.Training.Lr(step, new() { Epochs = 2 }, 5));
        Assert.Equal(WholeOneCycle.Training.Lr(9, new() { Epochs = 2 }, 5), WholeOneCycle.Training.Lr(step, new() { Epochs = 2 }, 5));
    }

    [Fact]
    public void Tails_of_windows_count_as_steps()
    {
        // 200 samples are 7 batches of 32, in windows of 4: 2 steps per epoch, the second of a short window with a short batch
        var settings = new ScaledEverything.Hyperparameters { Epochs = 5 };
        var history = ScaledEverything.Train(Samples.Pictures(), settings, Quiet).History;
        Assert.Equal([2, 4, 6, 8, 10], history.Select(static epoch => epoch.Step));
        Assert.All(history, epoch => Assert.Equal(ScaledEverything.Training.Lr(epoch.Step - 1, settings, stepsPerEpoch: 2), epoch.Lr));
        double[] expected = [0.1, 0.2, 0.2 * 5 / 6, 0.2 * 3 / 6, 0.2 * 1 / 6];
        Assert.All(expected.Zip(history), static pair => Assert.Equal(pair.First, pair.Second.Lr, 1e-15));
    }

    [Fact]
    public void A_batch_of_all_data_is_one_step_per_epoch()
    {
        var settings = new WarmLinear.Hyperparameters { Epochs = 4, BatchSize = 60 };
        var history = WarmLinear.Train(Rows(60), settings, Quiet).History;
        Assert.Equal([1, 2, 3, 4], history.Select(static epoch => epoch.Step));
        double[] expected = [Lr, Lr * 0.75, Lr * 0.5, Lr * 0.25];
        Assert.All(expected.Zip(history), static pair => Assert.Equal(pair.First, pair.Second.Lr, 1e-18));
    }

    [Fact]
    public void The_rate_follows_the_samples_of_a_step()
    {
        Assert.Equal(0.2, ScaledEverything.Training.ScaledLr(new()), 1e-15);
        Assert.Equal(0.1, ScaledEverything.Training.ScaledLr(new() { Accumulate = 2 }), 1e-15);
        Assert.Equal(0.05, ScaledEverything.Training.ScaledLr(new() { Accumulate = 4, BatchSize = 2, ScaleLrBaseBatchSize = 32, ScaleLrRule = ScaleRule.SquareRoot }), 1e-15);
    }

    private static WarmLinear.Hyperparameters Run(int epochs, Duration warmup) => new() { Epochs = epochs, Warmup = warmup };

    private static DataSplits Rows(int count)
    {
        var inputs = new float[count, 4];
        var labels = new long[count];
        for (var sample = 0; sample < count; sample++)
        {
            labels[sample] = sample % 3;
            inputs[sample, labels[sample]] = 1;
        }
        var samples = DataSet.FromArrays(inputs, labels, ["a", "b", "c"]);
        return new DataSplits(samples, samples, null);
    }

    private sealed class Warnings : ILogger
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning)
            {
                Messages.Add(formatter(state, exception));
            }
        }
    }
}
