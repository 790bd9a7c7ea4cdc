using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Weights files that are kept beside the best and the last.</summary>
public sealed class KeptWeightsTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    // Epochs 0 to 3; the loss falls throughout.
    [Theory]
    [InlineData(null)]
    [InlineData(8)]
    [InlineData(17)]
    public void WeightsFilesAreKeptOverAStop(int? stopAfter)
    {
        var options = new RunOptions { KeepBest = 2, KeepEvery = 2 };
        SmallRuns.Fit(options with { RunDirectory = _runs.Folder("run") }, stopAfter);
        if (stopAfter is not null)
        {
            SmallRuns.Fit(options with { Resume = _runs.Folder("run") });
        }
        Assert.Equal(
            ["best.safetensors", "epoch-1-step-12.safetensors", "epoch-2-step-18.safetensors", "epoch-3-step-24.safetensors", "last.safetensors"],
            Directory.GetFiles(Path.Combine(_runs.Folder("run"), "checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var kept = SmallRuns.Fresh();
        WeightsFile.Open(Path.Combine(_runs.Folder("run"), "checkpoints", "epoch-3-step-24.safetensors")).CopyInto(kept);
        using var best = SmallRuns.Fresh();
        WeightsFile.Open(_runs.Folder("run")).CopyInto(best);
        Assert.Equal(SmallRuns.Bits(best), SmallRuns.Bits(kept));
    }

    [Fact]
    public void TheBestFewNeedAValidationSplit()
    {
        var data = new DataSplits(Samples.Splits().Train);
        Assert.StartsWith("KeepBest goes by validations, but the data have no validation split",
            Assert.Throws<TrainException>(() => SmallRuns.Fit(new RunOptions { KeepBest = 2 }, data: data)).Message, StringComparison.Ordinal);
        Assert.StartsWith("-1 weights files cannot be kept",
            Assert.Throws<TrainException>(() => SmallRuns.Fit(new RunOptions { KeepEvery = -1 })).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _runs.Dispose();
}
