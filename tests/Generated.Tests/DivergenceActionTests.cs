using TorchSharp;
using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Divergence;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Recording;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>What a run does at a gradient that is not finite: it goes back with a lower rate, or leaves the step out.</summary>
public sealed class DivergenceActionTests : IDisposable
{
    private const int StepsPerEpoch = 13;
    private const long Bad = 20;

    private static readonly Data.DataSplits Pictures = Samples.Pictures();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        RollbackModel.IsBad = SkipModel.IsBad = static _ => false;
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Back to the last checkpoint, and from there on at a quarter of the rate, as if it had never gone wrong.
    [Fact]
    public void A_rollback_goes_on_from_the_checkpoint_with_a_lower_rate()
    {
        RollbackModel.IsBad = Once(Bad);
        var result = RollbackModel.Train(Pictures, options: Options);
        RollbackModel.IsBad = static _ => false;
        AssertGoneBack(result, rollbacks: 1);
        var steps = File.ReadAllLines(result.RunFolder!.Steps)[1..];
        Assert.Equal(Enumerable.Range(0, 4 * StepsPerEpoch).Select(static step => $"{step}"), steps.Select(static row => row.Split(',')[0]));
        Assert.Equal("0.0025", steps[^1].Split(',')[2]);
        var events = File.ReadAllLines(result.RunFolder.Events);
        Assert.Equal(2, events.Length);
        Assert.Contains($",{Bad + 1},rollback,to step ", events[1]);
    }

    [Fact]
    public void Each_rollback_lowers_the_rate_once_more()
    {
        RollbackModel.IsBad = Once(Bad, Bad);
        AssertGoneBack(RollbackModel.Train(Pictures, options: Options), rollbacks: 2);
    }

    [Fact]
    public void A_resumed_run_keeps_the_lower_rate()
    {
        RollbackModel.IsBad = Once(Bad);
        using var cancel = new CancellationTokenSource();
        var seen = 0;
        var options = Options with { StepProgress = new Listener(step => seen += step.Step == Bad ? 1 : 0), Progress = new EpochListener(epoch =>
        {
            if (epoch.Epoch == 2)
            {
                cancel.Cancel();
            }
        }) };
        var stopped = RollbackModel.Train(Pictures, options: options, cancel: cancel.Token);
        Assert.Equal((StopReason.Canceled, 2), (stopped.StopReason, seen));
        AssertGoneBack(RollbackModel.Resume(_folder, Pictures, options: new RunOptions { Device = "cpu" }), rollbacks: 1);
    }

    [Fact]
    public void The_divergence_after_the_last_rollback_ends_the_run()
    {
        RollbackModel.IsBad = static step => step == Bad;
        var result = RollbackModel.Train(Pictures, options: Options);
        Assert.Equal((StopReason.Diverged, Bad), (result.StopReason, result.Divergence!.Step));
        Assert.Equal((DivergencePlace.LayerInput, "norm (BatchNorm1d)"), (result.Divergence.Place, result.Divergence.Name));
        Assert.Equal(3, File.ReadAllLines(result.RunFolder!.Events).Length);
    }

    [Fact]
    public void Without_a_run_folder_there_is_nothing_to_go_back_to()
    {
        RollbackModel.IsBad = Once(Bad);
        var result = RollbackModel.Train(Pictures, options: new RunOptions { Device = "cpu", WriteRunFolder = false });
        Assert.Equal((StopReason.Diverged, Bad), (result.StopReason, result.Divergence!.Step));
    }

    [Fact]
    public void A_skipped_step_is_left_out_of_everything()
    {
        SkipModel.IsBad = static step => step is 5 or Bad;
        var result = SkipModel.Train(Pictures, options: Options);
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.All(result.History, static epoch => Assert.True(double.IsFinite(epoch.Train.Loss) && epoch.FirstBadStep is null));
        Assert.All(result.Model.state_dict().Values, static tensor => Assert.True(tensor.isfinite().all().ToBoolean()));
        Assert.Equal([5L, Bad], File.ReadAllLines(result.RunFolder!.Steps).Where(static row => row.EndsWith("NaN", StringComparison.Ordinal))
            .Select(static row => long.Parse(row.Split(',')[0])));
    }

    [Fact]
    public void Twenty_skipped_steps_in_a_row_end_the_run()
    {
        SkipModel.IsBad = static step => step >= Bad;
        var result = SkipModel.Train(Pictures, options: Options);
        Assert.Equal((StopReason.Diverged, Bad), (result.StopReason, result.Divergence!.Step));
        Assert.Equal(Bad + 20, File.ReadAllLines(result.RunFolder!.Steps).Length - 1);
    }

    private RunOptions Options => new() { Device = "cpu", RunDirectory = _folder, CheckpointEvery = TimeSpan.FromDays(1) };

    private static void AssertGoneBack(FitResult<RollbackModel> result, int rollbacks)
    {
        var settings = new RollbackModel.Hyperparameters();

        // A checkpoint that falls due while another is being written comes a few steps later.
        var targets = File.ReadAllLines(result.RunFolder!.Events)[1..].Select(static row => long.Parse(row.Split("to step ")[1])).ToArray();
        Assert.Equal(rollbacks, targets.Length);
        var expected = AnyLoop.Fit(
            RollbackModel.Training.Description, settings, settings.Epochs, settings.Lr, settings.Seed, settings.BatchSize, Pictures,
            new RunOptions { Device = "cpu", WriteRunFolder = false },
            new LoopParts { Lr = (step, _) => settings.Lr * Math.Pow(0.25, targets.Count(target => step >= target)) });
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal(expected.History.Select(static epoch => epoch.Train.Loss), result.History.Select(static epoch => epoch.Train.Loss));
        Assert.Equal(expected.History.Select(static epoch => epoch.Validation.Loss), result.History.Select(static epoch => epoch.Validation.Loss));
        Weights.AssertSameBits(expected.Model, result.Model);
    }

    private static Func<long, bool> Once(params long[] steps)
    {
        var left = steps.ToList();
        return step => left.Remove(step);
    }

    private sealed class Listener(Action<StepRecord> on) : IProgress<StepRecord>
    {
        public void Report(StepRecord value) => on(value);
    }

    private sealed class EpochListener(Action<EpochSummary> on) : IProgress<EpochSummary>
    {
        public void Report(EpochSummary value) => on(value);
    }
}
