using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

public sealed class RunTests : IDisposable
{
    private static readonly RunOptions NoFolder = new() { WriteRunFolder = false };
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ItLearnsAndKeepsTheBestEpoch()
    {
        using var model = Fresh();
        var result = SmallLoop.Fit(model, Samples.Splits(), new SmallSettings { Epochs = 20 }, NoFolder);
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal(20, result.History.Count);
        var best = result.History.MinBy(static epoch => epoch.Validation.Loss)!;
        Assert.Equal(best.Epoch, result.BestEpoch);
        Assert.Equal(best.Validation.Loss, result.Validation!.Value.Loss);
        Assert.InRange(result.Test!.Value.Headline.Value, 0.9, 1);
        Assert.False(model.training);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBitsAndAnotherDoesNot()
    {
        Assert.Equal(WeightsAfter(new SmallSettings { Seed = 3 }), WeightsAfter(new SmallSettings { Seed = 3 }));
        Assert.NotEqual(WeightsAfter(new SmallSettings { Seed = 3 }), WeightsAfter(new SmallSettings { Seed = 4 }));
    }

    [Fact]
    public void TheRunFolderHoldsWeightsRecordsAndResult()
    {
        using var model = Fresh();
        var result = SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), new RunOptions { RunDirectory = _folder.File("run") });
        using var loaded = new SmallNet();
        WeightsFile.Open(_folder.File("run")).CopyInto(loaded);
        Assert.All(model.state_dict(), pair => Assert.Equal(pair.Value.bytes.ToArray(), loaded.state_dict()[pair.Key].bytes.ToArray()));
        var recorded = RunRecordFile.ReadResult(result.RunFolder!)!;
        Assert.Equal(("Completed", 3, 18L, result.BestEpoch), (recorded.StopReason, recorded.Epochs, recorded.Steps, recorded.BestEpoch));
        var test = result.Test!.Value;
        Assert.Equal((test.Loss, "accuracy", test.Headline.Value), (recorded.Test!.Loss, recorded.Test.Metric, recorded.Test.Value));
        Assert.Equal(new Dictionary<string, double> { ["accuracy"] = test.Of<Accuracy>().Value }, recorded.Test.Metrics);
        Assert.Equal(19, File.ReadAllLines(result.RunFolder!.Steps).Length);
        Assert.Equal(4, File.ReadAllLines(result.RunFolder.Epochs).Length);
        Assert.Empty(Directory.GetFiles(result.RunFolder.Path, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void ARunCancelledBeforeItsFirstStepHasAResult()
    {
        using var model = Fresh();
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var before = Bytes(model);
        var result = SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), new RunOptions { RunDirectory = _folder.File("run") }, cancel.Token);
        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.Null(result.BestEpoch);
        Assert.Empty(result.History);
        Assert.Equal(before, Bytes(model));
        Assert.Equal("Canceled", RunRecordFile.ReadResult(result.RunFolder!)!.StopReason);
        Assert.False(File.Exists(result.RunFolder!.BestWeights));
    }

    [Fact]
    public void ARunCancelledInAnEpochKeepsTheBestOfThoseBefore()
    {
        using var model = Fresh();
        using var cancel = new CancellationTokenSource();
        byte[]? afterFirst = null;
        void OnStep(long step)
        {
            if (step == 10)
            {
                cancel.Cancel();
            }
        }
        var options = new RunOptions
        {
            RunDirectory = _folder.File("run"),
            Progress = new Listener(_ => afterFirst = Bytes(model)),
        };
        var result = SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), options, cancel.Token, OnStep);
        Assert.Equal((StopReason.Canceled, 0), (result.StopReason, result.BestEpoch));
        Assert.Equal(afterFirst, Bytes(model));
        Assert.Equal(10, RunRecordFile.ReadResult(result.RunFolder!)!.Steps);
        Assert.Equal(11, File.ReadAllLines(result.RunFolder!.Steps).Length);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void AnInfiniteGradientNeverReachesTheKeptWeightsAndEndsTheRun(bool withValidation, int best)
    {
        using var model = new ExplodingNet();
        var data = withValidation ? Samples.Splits() : new DataSplits(Samples.Blobs());
        var result = SmallLoop.Fit(model, data, new SmallSettings(), NoFolder);
        Assert.Equal((StopReason.Diverged, best), (result.StopReason, result.BestEpoch));
        Assert.Equal(ExplodingNet.BadStep, result.Divergence!.Step);
        Assert.Equal(best + 1, result.History.Count);
        Assert.All(model.state_dict().Values, static tensor => Assert.True(tensor.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void FrozenAndUnusedParametersStayAsTheyWere()
    {
        using var model = new PartlyTrainedNet();
        var before = model.state_dict().ToDictionary(static pair => pair.Key, static pair => pair.Value.bytes.ToArray());
        SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), NoFolder);
        var changed = model.state_dict().Where(pair => !pair.Value.bytes.SequenceEqual(before[pair.Key])).Select(static pair => pair.Key);
        Assert.Equal(["head.bias", "head.weight"], changed.Order());
    }

    [Fact]
    public void AModelInFloat64TrainsInFloat64()
    {
        using var model = Fresh();
        model.to(ScalarType.Float64);
        var result = SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), NoFolder);
        Assert.True(double.IsFinite(result.Test!.Value.Loss));
        Assert.Equal(ScalarType.Float64, model.parameters().First().dtype);
    }

    [Fact]
    public void AModelWithoutParametersIsRefusedWithTheLikelyCause()
    {
        using var model = new HiddenNet();
        var error = Assert.Throws<TrainException>(() => SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), NoFolder));
        Assert.Contains("has no parameters: modules in a List", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutValidationTheLastEpochIsKept()
    {
        using var model = Fresh();
        byte[]? last = null;
        var options = NoFolder with { Progress = new Listener(_ => last = Bytes(model)) };
        var result = SmallLoop.Fit(model, new DataSplits(Samples.Blobs()), new SmallSettings(), options);
        Assert.Equal(2, result.BestEpoch);
        Assert.Equal(last, Bytes(model));
        Assert.Null(result.Validation);
        Assert.Null(result.Test);
    }

    public void Dispose() => _folder.Dispose();

    private static SmallNet Fresh(long seed = 0)
    {
        Randomness.AtConstruction(seed);
        return new SmallNet();
    }

    private static byte[] WeightsAfter(SmallSettings settings)
    {
        using var model = Fresh();
        SmallLoop.Fit(model, Samples.Splits(), settings, NoFolder);
        return Bytes(model);
    }

    private static byte[] Bytes(nn.Module model) => [.. model.state_dict().Values.SelectMany(static tensor => tensor.bytes.ToArray())];

    private sealed class Listener(Action<EpochSummary> on) : IProgress<EpochSummary>
    {
        public void Report(EpochSummary value) => on(value);
    }
}
