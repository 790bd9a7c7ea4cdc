using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>A run notices attributes that keep no state and were removed or added, by the settings that it recorded.</summary>
public sealed class ResumedSettingsTests : IDisposable
{
    private static readonly SmallSettings Settings = new() { Epochs = 1 };

    private readonly TemporaryFolder _folder = new();
    private readonly ListLogger _logger = new();

    private RunFolder Run => RunFolder.Find(_folder.File("run"));

    [Fact]
    public void AnAttributeThatIsGoneIsRefusedByItsOption()
    {
        Train();
        Edit(static settings => settings["clipGradNorm"] = new RecordedSetting("1", RecordedSetting.Attribute));
        Assert.Contains(
            "it was trained with --clip-grad-norm, and the model has no such setting any more", Refused(), StringComparison.Ordinal);

        Edit(static settings => settings["labelSmoothing"] = new RecordedSetting("0.1", "--label-smoothing"));
        Assert.Contains("--clip-grad-norm, --label-smoothing, and the model has no such settings", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAttributeThatIsNewIsSaidAndRecorded()
    {
        Train();
        Edit(static settings => settings.Remove("warmup"));
        Resume(Settings with { Epochs = 2 });
        Assert.Contains("--warmup is new: the run was without it up to here, and goes on with 0", _logger.Lines);
        Assert.Equal("0", RunRecordFile.ReadConfig(Run).Settings["warmup"].Value);
    }

    [Fact]
    public void TheSameSettingsAreNotTalkedAbout()
    {
        Train();
        Resume(Settings with { Epochs = 2 });
        Assert.DoesNotContain(_logger.Lines, static line => line.Contains("is new", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private void Train() => Fit(new RunOptions { RunDirectory = _folder.File("run") }, Settings);

    private void Resume(SmallSettings settings) => Fit(new RunOptions { Resume = Run.Path, Logger = _logger }, settings);

    private string Refused() => Assert.Throws<TrainException>(() => Resume(Settings with { Epochs = 2 })).Message;

    private static void Fit(RunOptions options, SmallSettings settings)
    {
        using var model = new SmallNet();
        SmallLoop.Fit(model, Samples.Splits(), settings, options);
    }

    private void Edit(Action<Dictionary<string, RecordedSetting>> change)
    {
        var config = RunRecordFile.ReadConfig(Run);
        var settings = config.Settings.ToDictionary();
        change(settings);
        RunRecordFile.Write(Run, config with { Settings = settings });
    }
}
