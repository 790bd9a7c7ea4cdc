using System.Globalization;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Generated.Tests.OldRuns;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>Runs that an older version has written load, are measured and go on. On other machines the last bits may differ.</summary>
public sealed class OldRunTests : IDisposable
{
    private const double Tolerance = 1e-4;
    private const int TimeColumns = 2;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    public static TheoryData<string> Versions => [.. Directory.EnumerateDirectories(Folder).Select(static path => Path.GetFileName(path))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "runs");

    [Theory]
    [MemberData(nameof(Versions))]
    public void It_loads_and_measures_what_it_measured(string version)
    {
        var run = PathOf(version, OldRun.Finished);
        var recorded = RunRecordFile.ReadResult(RunFolder.Find(run))!;
        using var model = OldRunModel.Load(run);
        AssertSame(recorded.Validation!, Measured(model, OldRun.Data().Validation!));
        AssertSame(recorded.Test!, Measured(model, OldRun.Data().Test!));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_stopped_one_goes_on_as_it_went_on_then(string version)
    {
        OldRun.Copy(PathOf(version, OldRun.Stopped), _folder);
        var result = OldRunModel.Resume(_folder, OldRun.Data(), options: OldRun.Options);
        result.Model.Dispose();

        var then = PathOf(version, OldRun.Finished);
        var recorded = RunRecordFile.ReadResult(RunFolder.Find(then))!;
        Assert.Equal((recorded.StopReason, recorded.BestEpoch), (result.StopReason.ToString(), result.BestEpoch));
        Assert.Equal(recorded.Epochs, result.History.Count);
        foreach (var file in (string[])["best.safetensors", "last.safetensors"])
        {
            using var expected = OldRunModel.Load(Path.Combine(then, "checkpoints", file));
            using var actual = OldRunModel.Load(Path.Combine(_folder, "checkpoints", file));
            Assert.InRange(Weights.Distance(expected, actual), 0, Tolerance);
        }
        AssertSameTable(then, "steps.csv", 0);
        AssertSameTable(then, "validations.csv", 0);
        AssertSameTable(then, "epochs.csv", TimeColumns);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_finished_one_takes_more_epochs(string version)
    {
        OldRun.Copy(PathOf(version, OldRun.Finished), _folder);
        var result = OldRunModel.Resume(_folder, OldRun.Data(), settings => settings with { Epochs = 8 }, OldRun.Options);
        result.Model.Dispose();

        Assert.Equal((StopReason.Completed, 8), (result.StopReason, result.History.Count));
        Assert.Equal(
            Enumerable.Range(0, 24).Select(static step => $"{step}"), Table(_folder, "steps.csv", 0).Skip(1).Select(static row => row[0]));
    }

    /// <summary>How the runs were made; tests/Fixtures/runs/README.md says how to make those of a later version.</summary>
    [Fact]
    public void This_version_writes_them()
    {
        var folder = Environment.GetEnvironmentVariable("TRAIN_WRITE_RUNS") ?? _folder;
        OldRun.Write(folder);

        var (stopped, finished) = (RunFolder.Find(Path.Combine(folder, OldRun.Stopped)), RunFolder.Find(Path.Combine(folder, OldRun.Finished)));
        Assert.Equal(nameof(StopReason.Canceled), RunRecordFile.ReadResult(stopped)!.StopReason);
        Assert.Equal(nameof(StopReason.Completed), RunRecordFile.ReadResult(finished)!.StopReason);
    }

    private static string PathOf(string version, string run) => Path.Combine(Folder, version, run);

    private static Evaluation Measured(OldRunModel model, Data.DataSet split) =>
        OldRunModel.Training.Evaluate(model, split, OldRun.Data().Encoding, batchSize: 8);

    private static void AssertSame(RecordedEvaluation expected, Evaluation actual)
    {
        Assert.Equal(expected.Loss, actual.Loss, Tolerance);
        Assert.Equal(expected.Value, actual.Headline.Value, Tolerance);
    }

    private void AssertSameTable(string then, string file, int without)
    {
        var (expected, actual) = (Table(then, file, without), Table(_folder, file, without));
        Assert.Equal(expected.Length, actual.Length);
        Assert.Equal(expected[0], actual[0]);
        Assert.All(expected.Zip(actual).Skip(1), static rows => Assert.All(rows.First.Zip(rows.Second), static cells =>
            Assert.Equal(Number(cells.First), Number(cells.Second), Tolerance)));
    }

    private static string[][] Table(string run, string file, int without) =>
        [.. File.ReadAllLines(Path.Combine(run, file)).Select(row => row.Split(',').SkipLast(without).ToArray())];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
