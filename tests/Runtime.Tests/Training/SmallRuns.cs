using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Runs of a small model in a folder that goes away, which can be stopped after a step and resumed.</summary>
internal sealed class SmallRuns : IDisposable
{
    public static readonly SmallSettings Settings = new() { Epochs = 4, Seed = 5 };

    private readonly TemporaryFolder _folder = new();

    public string Folder(string run) => _folder.File(run);

    public static SmallNet Fresh()
    {
        Randomness.AtConstruction(5);
        return new SmallNet();
    }

    public static string[] Bits(nn.Module model) =>
        [.. model.state_dict().Select(static pair => $"{pair.Key} {Convert.ToHexString(pair.Value.bytes)}")];

    public Outcome Train(string name, int? stopAfter = null, SmallSettings? settings = null) =>
        Fit(new RunOptions { RunDirectory = Folder(name) }, stopAfter, settings);

    public Outcome Resume(string name, SmallSettings? settings = null, int? stopAfter = null, DataSplits? data = null) =>
        Fit(new RunOptions { Resume = Folder(name) }, stopAfter, settings, data);

    public static Outcome Fit(RunOptions options, int? stopAfter = null, SmallSettings? settings = null, DataSplits? data = null)
    {
        using var cancel = new CancellationTokenSource();
        void OnStep(long step)
        {
            if (step == stopAfter)
            {
                cancel.Cancel();
            }
        }
        if (stopAfter == 0)
        {
            cancel.Cancel();
        }
        using var model = Fresh();
        var result = SmallLoop.Fit(model, data ?? Samples.Splits(), settings ?? Settings, options, cancel.Token, OnStep);
        var history = result.History.Select(static epoch => epoch with { Seconds = 0, SamplesPerSecond = 0, Times = default });
        return new Outcome(result.StopReason, string.Join('\n', Bits(model)), string.Join('\n', history.Select(Text)));
    }

    public string Table(string run, string file) => File.ReadAllText(Path.Combine(Folder(run), file));

    /// <summary>The table of epochs without its last eight columns, which are times.</summary>
    public string[] WithoutTimes(string run) =>
        [.. Table(run, "epochs.csv").Split('\n').Select(static row => string.Join(',', row.Split(',').SkipLast(8)))];

    public void Dispose() => _folder.Dispose();

    private static string Text(EpochSummary epoch) =>
        $"{epoch.Epoch} {epoch.Step} {epoch.Lr:R} {epoch.Train.Loss:R} {epoch.Train.Headline.Value:R} {epoch.Validation.Loss:R} {epoch.GradNorm:R}";

    /// <summary>How a run ended: its weights bit for bit, and its epochs without times.</summary>
    internal sealed record Outcome(StopReason Reason, string Weights, string History);
}
