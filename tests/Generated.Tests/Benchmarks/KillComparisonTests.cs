using TrainSdk.Benchmarks.Kills;
using TrainSdk.Generated.Tests.OldRuns;

namespace TrainSdk.Generated.Tests.Benchmarks;

/// <summary>What the kill benchmark would see in a run that is not the one that nobody killed.</summary>
public sealed class KillComparisonTests : IDisposable
{
    private static readonly string Run = Path.Combine(AppContext.BaseDirectory, "Fixtures", "runs", "v1", OldRun.Finished);

    private readonly string _copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public KillComparisonTests() => OldRun.Copy(Run, _copy);

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    [Fact]
    public void The_same_run_is_the_same()
    {
        Assert.Empty(RunComparison.Differences(Run, _copy));
        Assert.True(RunComparison.HasEveryStepOnce(_copy));
    }

    [Fact]
    public void One_bit_of_a_tensor_is_seen()
    {
        var path = Path.Combine(_copy, "checkpoints", "last.safetensors");
        var file = File.ReadAllBytes(path);
        file[^1] ^= 1;
        File.WriteAllBytes(path, file);
        Assert.EndsWith("of last.safetensors", Assert.Single(RunComparison.Differences(Run, _copy)));
    }

    [Theory]
    [InlineData("steps.csv")]
    [InlineData("epochs.csv")]
    [InlineData("validations.csv")]
    public void A_row_that_is_there_twice_is_seen(string table)
    {
        var path = Path.Combine(_copy, table);
        File.AppendAllText(path, File.ReadLines(path).Last() + "\n");
        Assert.Equal([table], RunComparison.Differences(Run, _copy));
        Assert.Equal(table != "steps.csv", RunComparison.HasEveryStepOnce(_copy));
    }

    [Fact]
    public void Another_result_is_seen()
    {
        var path = Path.Combine(_copy, "result.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("Completed", "EarlyStopped", StringComparison.Ordinal));
        Assert.Equal(["result.json"], RunComparison.Differences(Run, _copy));
    }
}
