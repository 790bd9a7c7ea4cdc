using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Recording;

/// <summary>A run that is resumed goes on with its tables where its checkpoint was, without a gap and without a row twice.</summary>
public sealed class RecordFilesTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly RunFolder _folder;

    public RecordFilesTests() => _folder = RunFolder.Create(_temporary.File("run"), "a");

    [Fact]
    public void TablesGoOnWhereTheCheckpointWas()
    {
        IReadOnlyDictionary<string, long> lengths;
        using (var files = RecordFiles.Begin(_folder, TimeProvider.System))
        {
            files.Write([Step(0), Step(1)]);
            lengths = files.Lengths;
            files.Write([Step(2)]);
            files.WriteEpoch(Epoch(0));
            files.WriteValidation(Epoch(0), []);
        }
        Assert.Equal(["steps.csv"], Tables(lengths));
        using (var files = RecordFiles.GoOn(_folder, lengths, TimeProvider.System))
        {
            Assert.False(File.Exists(_folder.Epochs) || File.Exists(_folder.Validations));
            files.Write([Step(2)]);
            files.WriteEpoch(Epoch(0));
            lengths = files.Lengths;
            files.WriteEpoch(Epoch(7));
        }
        Assert.Equal(["epochs.csv", "steps.csv"], Tables(lengths));
        Assert.Single(Directory.GetFiles(_folder.Path, "events.out.tfevents.*"));
        using (var files = RecordFiles.GoOn(_folder, lengths, TimeProvider.System))
        {
            files.WriteEpoch(Epoch(1));
        }
        Assert.Equal("step,epoch,lr,loss,grad_norm\n0,0,1,1,1\n1,0,1,1,1\n2,0,1,1,1\n", File.ReadAllText(_folder.Steps));
        Assert.Equal(["epoch", "0", "1"], File.ReadAllLines(_folder.Epochs).Select(static line => line.Split(',')[0]));
    }

    [Fact]
    public void ATableThatSomebodyDeletedBeginsAnew()
    {
        IReadOnlyDictionary<string, long> lengths;
        using (var files = RecordFiles.Begin(_folder, TimeProvider.System))
        {
            files.Write([Step(0)]);
            lengths = files.Lengths;
        }
        File.Delete(_folder.Steps);
        using (var files = RecordFiles.GoOn(_folder, lengths, TimeProvider.System))
        {
            files.Write([Step(1)]);
        }
        Assert.Equal("step,epoch,lr,loss,grad_norm\n1,0,1,1,1\n", File.ReadAllText(_folder.Steps));
    }

    public void Dispose() => _temporary.Dispose();

    private static IEnumerable<string> Tables(IReadOnlyDictionary<string, long> lengths) =>
        lengths.Keys.Where(static name => name.EndsWith(".csv", StringComparison.Ordinal)).Order();

    private static StepRecord Step(long step) => new(step, 0, 1, 1, 1, 1);

    private static EpochSummary Epoch(int epoch) => new()
    {
        Epoch = epoch,
        Step = 1,
        Lr = 1,
        Train = new Evaluation(1),
        Validation = Evaluation.None,
        GradNorm = 1,
        Seconds = 1,
        SamplesPerSecond = 1,
        FirstBadStep = null,
    };
}
