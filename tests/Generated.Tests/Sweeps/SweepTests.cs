using System.Text.Json;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Generated.Tests.Trials;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests.Sweeps;

/// <summary><c>sweep</c> is nothing but its trials, ranked by the validation split, however often it was interrupted.</summary>
public sealed class SweepTests : IDisposable
{
    // The last falls behind at once.
    private static readonly string[] Grid = ["sweep", "--grid", "--lr", "0.01,0.02,0.03,0.015,0.025,1e-7", "--epochs", "7", "--batch-size", "32"];

    private readonly RunCopies _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public void Trials_are_ordinary_runs_ranked_by_the_validation_split()
    {
        var data = Samples.Pictures();
        data.Test!.Inputs.fill_(float.NaN);
        var app = App(data);
        Assert.Equal(ExitCode.Done, app.Run([.. Grid, "--run-dir", _folders.Whole]));

        using var record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folders.Whole, "sweep.json")));
        Assert.Equal(1, record.RootElement.GetProperty("schema").GetInt32());
        JsonElement[] trials = [.. record.RootElement.GetProperty("trials").EnumerateArray()];
        Assert.Equal([1, 2, 3, 4, 5, 6], trials.Select(static trial => trial.GetProperty("trial").GetInt32()));
        Assert.Equal("Pruned", trials[5].GetProperty("state").GetString());
        Assert.Equal((6, 5), (trials[5].GetProperty("rank").GetInt32(), trials[5].GetProperty("epochs").GetInt32()));
        var values = trials.OrderBy(static trial => trial.GetProperty("rank").GetInt32()).Select(static trial => trial.GetProperty("value").GetDouble());
        Assert.Equal(values.OrderDescending(), values);

        var settings = new ClassificationModel.Hyperparameters { Lr = 0.03, Epochs = 7, BatchSize = 32 };
        var alone = ClassificationModel.Train(Samples.Pictures(), settings, new RunOptions { Device = "cpu", WriteRunFolder = false });
        Assert.Equal(alone.Validation!.Value.Loss, trials[2].GetProperty("validation").GetProperty("loss").GetDouble());
        Assert.Equal(alone.BestEpoch, trials[2].GetProperty("bestEpoch").GetInt32());

        var lines = app.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var best = trials.Single(static trial => trial.GetProperty("rank").GetInt32() == 1);
        var lr = best.GetProperty("settings")[0].GetProperty("value").GetDouble();
        Assert.Equal(6, lines.Count(static line => line.StartsWith("trial ", StringComparison.Ordinal)));
        Assert.Contains($"as attributes: [Hyperparams(Lr = {lr.ToString(System.Globalization.CultureInfo.InvariantCulture)})]", lines);
        Assert.StartsWith("validation accuracy ", lines[^2], StringComparison.Ordinal);
        Assert.Equal($"run {Path.Combine(_folders.Whole, best.GetProperty("run").GetString()!)}", lines[^1]);
        Assert.True(File.Exists(Path.Combine(_folders.Whole, "comparison.html")));
        Assert.All(Directory.GetFiles(_folders.Whole, "result.json", SearchOption.AllDirectories), static result =>
            Assert.Contains("\"test\": null", File.ReadAllText(result), StringComparison.Ordinal));
        Assert.False(Directory.Exists("runs"));
    }

    [Fact]
    public void A_killed_sweep_goes_on_and_ends_as_an_undisturbed_one()
    {
        var app = App(Samples.Pictures(), new EpochTold((run, epoch) =>
        {
            // Before the sweep has judged the epoch; the last is the one that stops the sixth trial.
            if ((run, epoch) is ("trial-1", 0) or ("trial-3", 2) or ("trial-6", 4))
            {
                _folders.Copy();
            }
        }));
        Assert.Equal(ExitCode.Done, app.Run([.. Grid, "--run-dir", _folders.Whole]));

        Assert.Equal(3, _folders.Copies.Count);
        string[] resumed = ["trial-1", "trial-3", "trial-6"];
        Assert.All(_folders.Copies.Zip(resumed), copy =>
        {
            var begun = Directory.GetDirectories(copy.First).Length;
            var trained = new HashSet<string>();
            var again = App(Samples.Pictures(), new EpochTold((run, _) => trained.Add(run)));
            Assert.Equal(ExitCode.Done, again.Run([.. Grid, "--run-dir", copy.First]));
            Assert.Equal(TableOf(_folders.Whole), TableOf(copy.First));
            Assert.Equal(7 - begun, trained.Count);
            RunCopies.ResumedAt(Path.Combine(copy.First, copy.Second));
        });
    }

    [Fact]
    public void A_finished_sweep_is_only_shown_again()
    {
        string[] random = ["sweep", "--lr", "1e-3..1e-1:log", "--dropout", "0..0.5", "--epochs", "2", "--trials", "3"];
        Assert.Equal(ExitCode.Done, App(Samples.Pictures()).Run([.. random, "--run-dir", _folders.Whole]));
        Assert.Equal(ExitCode.Done, App(Samples.Pictures()).Run([.. random, "--run-dir", _folders.Other]));
        Assert.Equal(TableOf(_folders.Whole), TableOf(_folders.Other));

        var trained = 0;
        var again = App(Samples.Pictures(), new EpochTold((_, _) => trained++));
        Assert.Equal(ExitCode.Done, again.Run([.. random, "--run-dir", _folders.Whole]));
        Assert.Contains("3 of 3 trials ended before", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, trained);

        var more = App(Samples.Pictures(), new EpochTold((_, _) => trained++));
        Assert.Equal(ExitCode.Done, more.Run([.. random[..^1], "5", "--run-dir", _folders.Whole]));
        Assert.Equal(4, trained);
    }

    [Fact]
    public void A_trial_that_diverges_is_ranked_last_and_the_others_go_on()
    {
        var app = App(Samples.Pictures());
        Assert.Equal(ExitCode.Done, app.Run("sweep", "--grid", "--lr", "1e30,0.01", "--epochs", "2", "--run-dir", _folders.Whole));
        Assert.Matches(@"(?m)^2 +1 +1E\+30 .* diverged ", app.Output);
        Assert.StartsWith("1,2,0.01,Completed,", TableOf(_folders.Whole)[1], StringComparison.Ordinal);

        var lost = App(Samples.Pictures());
        Assert.Equal(ExitCode.Diverged, lost.Run("sweep", "--grid", "--lr", "1e30,1e31", "--epochs", "2", "--run-dir", _folders.Other));
        Assert.Contains("no trial was trained to an end", lost.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_goes_on_as_any_run_and_is_measured_on_the_test_split_when_asked()
    {
        Assert.Equal(ExitCode.Done, App(Samples.Pictures()).Run("sweep", "--grid", "--lr", "0.01,0.02", "--epochs", "1", "--run-dir", _folders.Whole));
        var run = Path.Combine(_folders.Whole, "trial-2");
        var app = App(Samples.Pictures());
        Assert.Equal(ExitCode.Done, app.Run("resume", run, "--epochs", "2"));
        Assert.Contains("test accuracy ", app.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, App(Samples.Pictures()).Run("evaluate", run));
    }

    private static string[] TableOf(string sweep) => File.ReadAllLines(Path.Combine(sweep, "sweep.csv"));

    private static TriedApp<ClassificationModel, ClassificationModel.Hyperparameters> App(DataSplits data, params EpochTold[] sinks) =>
        new(ClassificationModel.Training.Description, data) { Sinks = sinks };
}
