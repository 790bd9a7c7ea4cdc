using TorchSharp;
using TrainSdk.Files;
using TrainSdk.Recording.TensorBoard;
using TrainSdk.Runtime.Tests.Files;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>
/// A training with a checkpoint after every step whose disk fails at some call in some way: resumed, it ends with the very weights and
/// steps of one that nothing happened to.
/// </summary>
public sealed class FailingDiskTests : IDisposable
{
    private const int Stride = 4;
    private static readonly SmallSettings Settings = new() { Epochs = 2, Seed = 5 };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<Fault> Faults => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void WhatWasEarnedIsThere(Fault fault)
    {
        var files = new FaultyFiles(-1, fault);
        var whole = Train("whole", files);
        var (resumed, calls) = (0, files.Calls);
        for (var at = (int)fault; at < calls; at += Stride)
        {
            var (run, failing) = ($"{at}", new FaultyFiles(at, fault));
            var error = Record.Exception(() => Train(run, failing));
            Assert.True(error is null or TrainException or CrashException, error?.ToString());
            if (error is not null && Has(run, "checkpoints/last.safetensors") && !Has(run, "result.json"))
            {
                Assert.Equal(whole, Resume(run));
                Assert.Equal(Steps("whole"), Steps(run));
                resumed++;
            }
        }
        Assert.True(resumed >= 5, $"{resumed} of {calls / Stride} were resumed");
    }

    [UnixFact]
    public void AFolderDeletedInTheMiddleComesBackWithEverything()
    {
        var whole = Train("whole", LocalFileSystem.Instance);
        var weights = Train("deleted", LocalFileSystem.Instance, step =>
        {
            if (step == 7)
            {
                // At one instant: the checkpoint's thread may be about to create a file.
                Directory.Move(_folder.File("deleted"), _folder.File("gone"));
                Directory.Delete(_folder.File("gone"), recursive: true);
            }
        });
        Assert.Equal(whole, weights);
        Assert.Equal(Steps("whole"), Steps("deleted"));
        Assert.Equal(Files("whole"), Files("deleted"));
    }

    [Fact]
    public void AFolderThatIsBeingTrainedIsRefused()
    {
        TrainException? error = null;
        Train("run", LocalFileSystem.Instance, step => error ??= Record.Exception(() => Resume("run")) as TrainException);
        Assert.Contains($"is being trained by process {Environment.ProcessId}", error!.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Train(string run, IFileSystem files, Action<long>? onStep = null) =>
        Fit(new RunOptions { RunDirectory = _folder.File(run), CheckpointEvery = TimeSpan.Zero, Files = files }, onStep);

    private string[] Resume(string run) => Fit(new RunOptions { Resume = _folder.File(run), CheckpointEvery = TimeSpan.Zero }, onStep: null);

    private static string[] Fit(RunOptions options, Action<long>? onStep)
    {
        Randomness.AtConstruction(5);
        using var model = new SmallNet();
        SmallLoop.Fit(model, Samples.Splits(), Settings, options, onStep: onStep);
        return [.. model.state_dict().OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key} {Convert.ToHexString(pair.Value.bytes)}")];
    }

    private bool Has(string run, string file) => File.Exists(Path.Combine(_folder.File(run), file));

    private string[] Steps(string run) => File.ReadAllLines(Path.Combine(_folder.File(run), "steps.csv"));

    private string[] Files(string run) => [.. Directory.GetFiles(_folder.File(run), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder.File(run), file)).Where(static file => file != RunLock.FileName).Select(WithoutTime).Order()];

    // The name of an event file has the second of its run.
    private static string WithoutTime(string file) => file.StartsWith(EventFile.Prefix, StringComparison.Ordinal) ? EventFile.Prefix : file;
}
