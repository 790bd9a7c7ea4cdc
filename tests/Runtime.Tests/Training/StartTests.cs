using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Training;

public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallNet _model = new();

    private string Run => _folder.File("run");

    [Fact]
    public void ConfigSaysWhatTheRunWasStartedWith()
    {
        var options = new RunOptions { RunDirectory = Run, Threads = 1, Origins = new Dictionary<string, string> { ["Lr"] = "--lr" } };
        using (Start(new SmallSettings { Lr = 1e-5, Epochs = 7, Seed = 9, SplitSeed = 4, Warmup = Duration.Fraction(0.1) }, options))
        {
        }
        var config = RunRecordFile.ReadConfig(RunFolder.Find(Run));
        Assert.Equal(("SmallNet", false, 9L, 4L, "cpu", 1, 128), (config.Model, config.External, config.Seed, config.SplitSeed, config.Device, config.Threads, config.RecorderSteps));
        Assert.Equal("abi", config.OptimizerRoute);
        Assert.Equal(new RecordedSetting("1E-05", "--lr"), config.Settings["lr"]);
        Assert.Equal(new RecordedSetting("7", RecordedSetting.Program), config.Settings["epochs"]);
        Assert.Equal(new RecordedSetting("16", RecordedSetting.Attribute), config.Settings["batchSize"]);
        Assert.Equal(new RecordedSetting("10%", RecordedSetting.Program), config.Settings["warmup"]);
        Assert.Equal(new RecordedSetting("8", RecordedSetting.Attribute), config.Settings["width"]);
        Assert.Equal(new RecordedSamples(96, 24, 30), config.Samples);
        Assert.Equal([4L], config.InputShape);
        Assert.Equal(["0", "1", "2"], config.ClassNames);
        Assert.All(["trainSdk", "torchSharp", "libtorch", "dotnet", "os"], name => Assert.NotEmpty(config.Versions[name]));
    }

    [Fact]
    public void ConfigIsReadableByScripts()
    {
        using (Start(new SmallSettings { Lr = 0.5 }, new RunOptions { RunDirectory = Run }))
        {
        }
        var text = File.ReadAllText(Path.Combine(Run, "config.json"));
        Assert.StartsWith("{\n  \"schema\": 1,\n  \"model\": \"SmallNet\",\n  \"external\": false,\n", text, StringComparison.Ordinal);
        Assert.Contains("\"lr\": {\n      \"value\": 0.5,\n      \"origin\": \"program\"\n    }", text, StringComparison.Ordinal);
        Assert.Contains("\"warmup\": {\n      \"value\": 0,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheCardHoldsWhatAStrangerNeeds()
    {
        var data = Samples.Splits();
        using (Start(new SmallSettings { Width = 12 }, new RunOptions { WriteRunFolder = false }, data))
        {
        }
        Assert.Equal(new Dictionary<string, string> { ["Width"] = "12" }, _model.Card!.Constructor);
        Assert.Equal(data.Encoding, _model.Card.Encoding);
        Assert.Equal(["0", "1", "2"], _model.Card.ClassNames);
    }

    [Fact]
    public void AModelOfTheCallersIsNotDescribedByTheSettings()
    {
        using (TrainingRun.Start(SmallLoop.Describe<SmallNet>(), _model, true, new SmallSettings(), Samples.Splits(), new RunOptions { RunDirectory = Run }))
        {
        }
        Assert.True(_model.Card!.IsExternal);
        Assert.Empty(_model.Card.Constructor);
        Assert.True(RunRecordFile.ReadConfig(RunFolder.Find(Run)).External);
    }

    public static TheoryData<SmallSettings, string> Refusals => new()
    {
        { new SmallSettings { Lr = 0 }, "Lr is 0 but must be" },
        { new SmallSettings { Lr = double.NaN }, "Lr is NaN but must be" },
        { new SmallSettings { Lr = -1, Epochs = 0 }, "; Epochs is 0 but must be" },
        { new SmallSettings { BatchSize = 0 }, "BatchSize is 0 but must be" },
        { new SmallSettings { BatchSize = 97 }, "batch size 97 is larger than the training split of 96 samples" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void BadSettingsAreRefusedAndNothingIsWritten(SmallSettings settings, string cause)
    {
        var error = Assert.Throws<TrainException>(() => Start(settings, new RunOptions { RunDirectory = Run }));
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Run));
    }

    [Fact]
    public void AWarmupLongerThanTheRunIsSaidOnce()
    {
        var logger = new ListLogger();
        using (Start(new SmallSettings { Warmup = Duration.Steps(100) }, new RunOptions { WriteRunFolder = false, Logger = logger }))
        {
        }
        Assert.Contains("Warmup 100steps fills the run", Assert.Single(logger.Lines), StringComparison.Ordinal);
        using (Start(new SmallSettings { Warmup = Duration.Steps(17) }, new RunOptions { WriteRunFolder = false, Logger = logger }))
        {
        }
        Assert.Single(logger.Lines);
    }

    [Fact]
    public void EarlyStopWithoutValidationIsRefused()
    {
        var table = new SettingTable<SmallSettings>(
            [.. SmallSettings.Table.All, Setting.Count<SmallSettings>("EarlyStop", static _ => 3, static (s, _) => s)]);
        var data = new DataSplits(Samples.Blobs());
        var error = Assert.Throws<TrainException>(() => TrainingRun.Start(
            SmallLoop.Describe<SmallNet>(table), _model, false, new SmallSettings(), data, new RunOptions { WriteRunFolder = false }));
        Assert.Contains("no validation split", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownDeviceAndNoThreadsAreRefused()
    {
        Assert.Contains("device 'gpu' is unknown", Message(new RunOptions { Device = "gpu" }), StringComparison.Ordinal);
        Assert.Contains("0 threads", Message(new RunOptions { Threads = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatHoldsARunIsRefused()
    {
        using (Start(new SmallSettings(), new RunOptions { RunDirectory = Run }))
        {
        }
        Assert.Contains("already holds a run", Message(new RunOptions { RunDirectory = Run }), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    private string Message(RunOptions options) => Assert.Throws<TrainException>(() => Start(new SmallSettings(), options)).Message;

    private TrainingRun<SmallNet> Start(SmallSettings settings, RunOptions options, DataSplits? data = null) =>
        TrainingRun.Start(SmallLoop.Describe<SmallNet>(), _model, false, settings, data ?? Samples.Splits(), options);
}
