using TrainSdk.CommandLine;
using TrainSdk.Metrics;
using TrainSdk.Runtime.Tests.Settings;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class TrainCommandTests
{
    [Fact]
    public void TrainsAndEndsWithTheMetricAndTheFolder()
    {
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run("--epochs", "3", "--lr", "0.05", "--threads", "1", "--run-dir", app.RunFolder));

        var lines = app.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.StartsWith("model SmallNet, ", lines[0]);
        Assert.EndsWith(" parameters", lines[0]);
        Assert.Equal("device cpu, 1 thread", lines[1]);
        Assert.Equal("samples train 36, validation 12, test 12", lines[2]);
        Assert.Equal(["setting Lr 0.05 (--lr)", "setting Epochs 3 (--epochs)"], lines[3..5]);
        Assert.Matches(@"^epoch 1/3  train loss [\d.]+  val loss \S+  val accuracy \S+  lr 0\.05  grad norm \S+  [\d.]+ s$", lines[5]);
        Assert.StartsWith("epoch 3/3  ", lines[7]);
        Assert.StartsWith("completed after 3 epochs, best epoch ", lines[8]);
        Assert.Matches(@"^test accuracy [\d.]+$", lines[9]);
        Assert.Equal($"run {app.RunFolder}", lines[10]);
        Assert.Equal(11, lines.Length);
        Assert.Equal("", app.Error);
    }

    [Fact]
    public void TheScaledRateIsPrintedAndRecorded()
    {
        using var app = new SampleApp { ScaledLr = static settings => settings.Lr * 4 };

        Assert.Equal(ExitCode.Done, app.Run("--lr", "0.05", "--threads", "1", "--run-dir", app.RunFolder));

        Assert.Contains("setting Lr 0.05 (--lr)\nlearning rate 0.2, scaled from Lr 0.05 to the batch\nepoch ", app.Output.ReplaceLineEndings("\n"));
        Assert.Contains("\"effectiveLr\": 0.2,", File.ReadAllText(Path.Combine(app.RunFolder, "config.json")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void OptionsWinOverEnvironmentOverFile()
    {
        SampleSettings? settings = null;
        RunOptions? options = null;
        using var app = new SampleApp { Train = (s, o) => Take(s, o, out settings, out options) };
        var file = app.Folder.File("settings.json");
        File.WriteAllText(file, "{ \"lr\": 0.1,\n\"momentum\": 0.5,\n\"seed\": 3 }");
        app.Environment["TRAIN__LR"] = "0.2";
        app.Environment["TRAIN__MOMENTUM"] = "0.6";

        Assert.Equal(ExitCode.Done, app.Run("train", "--config", file, "--lr", "0.3", "--device", "cpu", "--threads", "2"));

        Assert.Equal((0.3, 0.6, 3), (settings!.Lr, settings.Momentum, settings.Seed));
        Assert.Equal(
            new Dictionary<string, string> { ["Lr"] = "--lr", ["Momentum"] = "environment TRAIN__MOMENTUM", ["Seed"] = $"{file} line 3" },
            options!.Origins);
        Assert.Equal(("cpu", 2), (options.Device, options.Threads));
    }

    [Fact]
    public void ReadsPointsUnderAGermanCulture()
    {
        SampleSettings? settings = null;
        using var german = new CultureScope("de-DE");
        using var app = new SampleApp { Train = (s, o) => Take(s, o, out settings, out _) };

        Assert.Equal(ExitCode.Done, app.Run("--lr", "0.001", "--momentum=0.25", "--warmup", "0.5%", "--threads", "1"));

        Assert.Equal((0.001, 0.25, 0.005), (settings!.Lr, settings.Momentum, settings.Warmup.Amount));
        Assert.Contains("setting Momentum 0.25 (--momentum)", app.Output);
        Assert.Contains("  lr 0.00025  grad norm 0.75  1.23 s", app.Output);
        Assert.Contains("test accuracy 0.986111\n", app.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void AFlagNeedsNoValue()
    {
        SampleSettings? settings = null;
        using var app = new SampleApp { Train = (s, o) => Take(s, o, out settings, out _) };

        app.Run("--nesterov", "--width", "5", "--threads", "1");

        Assert.True(settings!.Nesterov);
        Assert.Equal(5, settings.Width);
    }

    [Fact]
    public void WithoutATestSplitTheValidationIsReported()
    {
        using var app = new SampleApp { Train = (_, _) => FakeResult.Of(StopReason.EarlyStopped, new Evaluation(0.1, new MetricValue("mae", 0.25, IsHigherBetter: false)), null) };

        Assert.Equal(ExitCode.Done, app.Run("--threads", "1"));

        Assert.EndsWith("stopped early after 0 epochs\nvalidation mae 0.25\n", app.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void DivergenceIsSaidAndHasItsExitCode()
    {
        var epoch = FakeResult.Epoch(Evaluation.None, firstBadStep: 17);
        var divergence = new Divergence
        {
            Step = 17,
            Epoch = 0,
            Batch = [4, 1, 9],
            Samples = [1],
            Place = DivergencePlace.LayerOutput,
            Name = "norm (BatchNorm1d)",
        };
        using var app = new SampleApp
        {
            Train = (_, _) => FakeResult.Of(StopReason.Diverged, null, null, epoch) with { Divergence = divergence },
        };

        Assert.Equal(ExitCode.Diverged, app.Run("--threads", "1"));

        Assert.StartsWith(
            "error: diverged at step 17 (epoch 1): the output of norm (BatchNorm1d) is NaN or infinite for sample 1 of the training split; ",
            app.Error);
        Assert.Contains("diverged after 1 epoch, best epoch 1", app.Output);
    }

    [Fact]
    public void WarningsOfTheRuntimeAreLines()
    {
        using var app = new SampleApp();

        app.Run("--epochs", "1", "--warmup", "1", "--threads", "1", "--run-dir", app.RunFolder);

        Assert.StartsWith("warning: Warmup 1 fills the run of 1 epochs", app.Error);
        Assert.Single(app.Error.TrimEnd().Split('\n'));
    }

    private static FitResult<Shared.SmallNet> Take(
        SampleSettings settings, RunOptions options, out SampleSettings taken, out RunOptions takenOptions)
    {
        taken = settings;
        takenOptions = options;
        var validation = new Evaluation(0.5, new MetricValue("accuracy", 0.75, IsHigherBetter: true));
        var epoch = FakeResult.Epoch(validation);
        options.Progress!.Report(epoch);
        return FakeResult.Of(StopReason.Completed, validation, new Evaluation(0.1, new MetricValue("accuracy", 71.0 / 72, IsHigherBetter: true)), epoch);
    }
}
