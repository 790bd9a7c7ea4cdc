using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

/// <summary>Which weights files are in a run's folder beside the best and the last.</summary>
public sealed class WeightsArchiveTests : IDisposable
{
    private static readonly double[] Losses = [5, 3, double.NaN, 4, 3, 2, 6, 2.5];

    private readonly TemporaryFolder _temporary = new();
    private readonly SmallNet _model = new();
    private readonly RunFolder _folder;
    private readonly ModelCard _card = new() { Model = nameof(SmallNet), Encoding = InputEncoding.None(4) };

    public WeightsArchiveTests() => _folder = RunFolder.Create(_temporary.File("run"), "a");

    [Theory]
    [InlineData(0, 0, new int[0])]
    [InlineData(1, 0, new[] { 5 })]
    [InlineData(3, 0, new[] { 1, 5, 7 })]
    [InlineData(20, 0, new[] { 0, 1, 3, 4, 5, 6, 7 })]
    [InlineData(0, 3, new[] { 2, 5 })]
    [InlineData(2, 2, new[] { 1, 3, 5, 7 })]
    [InlineData(1, 7, new[] { 5, 6 })]
    public void TheBestFewAndOneInSoManyEpochsAreThere(int best, int every, int[] expected)
    {
        var archive = Archive(best, every);
        Offer(archive, 0, Losses.Length);
        Assert.Equal(expected, Epochs());
        Assert.All(expected, epoch => Assert.Equal(epoch, NumberIn(epoch)));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, 2)]
    [InlineData(1, 7)]
    public void AResumedRunEndsWithTheSameFiles(int best, int every)
    {
        Offer(Archive(best, every), 0, Losses.Length);
        var expected = Epochs();
        for (var saved = 0; saved < Losses.Length; saved++)
        {
            for (var killed = saved; killed <= Math.Min(saved + 2, Losses.Length); killed++)
            {
                Directory.Delete(_folder.Checkpoints, recursive: true);
                Directory.CreateDirectory(_folder.Checkpoints);
                var (first, second) = (Archive(best, every), Archive(best, every));
                Offer(first, 0, saved);
                var state = Saved.Of(first);
                Offer(first, saved, killed);
                second.Load(state);
                Offer(second, saved, Losses.Length);
                Assert.Equal(expected, Epochs());
            }
        }
    }

    [Fact]
    public void ValidationsWithinAnEpochAreRankedAndNotCounted()
    {
        var archive = Archive(best: 1, every: 1);
        archive.Offer(Summary(0, 4), Loss(2), isEpochDone: false);
        Assert.Equal(["epoch-0-step-4.safetensors"], Files());
        archive.Offer(Summary(0, 8), Loss(1), isEpochDone: true);
        Assert.Equal(["epoch-0-step-8.safetensors"], Files());
        archive.Offer(Summary(1, 12), Loss(0.5), isEpochDone: false);
        Assert.Equal(["epoch-0-step-8.safetensors", "epoch-1-step-12.safetensors"], Files());
    }

    [Fact]
    public void FewerAreKeptWhereARunIsResumedSo()
    {
        var archive = Archive(best: 4, every: 0);
        Offer(archive, 0, Losses.Length);
        Saved.Move(archive, Archive(best: 2, every: 0));
        Assert.Equal([5, 7], Epochs());
    }

    [Fact]
    public void WithoutAValidationSplitThereIsNoBest()
    {
        var archive = Archive(best: 2, every: 2);
        for (var epoch = 0; epoch < 4; epoch++)
        {
            archive.Offer(Summary(epoch, epoch), null, isEpochDone: true);
        }
        Assert.Equal([1, 3], Epochs());
    }

    [Fact]
    public void WithoutAFolderNothingIsWritten() =>
        Offer(new WeightsArchive(null, _model, _card) { Best = 2, Every = 2 }, 0, Losses.Length);

    public void Dispose() => _temporary.Dispose();

    private WeightsArchive Archive(int best, int every) => new(_folder, _model, _card) { Best = best, Every = every };

    private void Offer(WeightsArchive archive, int from, int to)
    {
        using var _ = no_grad();
        for (var epoch = from; epoch < to; epoch++)
        {
            _model.parameters().First().fill_(epoch);
            archive.Offer(Summary(epoch, 10 * (epoch + 1)), Loss(Losses[epoch]), isEpochDone: true);
        }
    }

    private static MetricValue Loss(double value) => new("loss", value, IsHigherBetter: false);

    private static EpochSummary Summary(int epoch, long step) => new()
    {
        Epoch = epoch,
        Step = step,
        Lr = 0,
        Train = Evaluation.None,
        Validation = Evaluation.None,
        GradNorm = 0,
        Seconds = 0,
        SamplesPerSecond = 0,
        FirstBadStep = null,
    };

    private string[] Files() => [.. Directory.GetFiles(_folder.Checkpoints).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    private int[] Epochs() => [.. Files().Select(static name => int.Parse(name.Split('-')[1])).Order()];

    private float NumberIn(int epoch)
    {
        var model = new SmallNet();
        WeightsFile.Open(_folder.WeightsAfter(epoch, 10 * (epoch + 1))).CopyInto(model);
        return model.parameters().First().data<float>()[0];
    }
}
