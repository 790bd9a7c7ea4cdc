using TorchSharp;
using TrainSdk.CommandLine;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class ConfusionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ARowForWhatWasMeantAndAColumnForWhatWasSaid()
    {
        using var scope = NewDisposeScope();
        using var losses = new MeanLoss();
        using var metrics = new MetricSet(new Accuracy(), new ConfusionMatrix());
        metrics.Add(torch.eye(3), torch.tensor(new long[] { 0, 0, 2 }));
        var measured = Evaluation.Of(losses, metrics);
        var folder = RunFolder.Create(_folder.File("run"), "x");

        ConfusionFile.Write(folder, ["cat", "dog, or \"wolf\""], ("validation", measured), ("test", null));

        Assert.Equal(
            "split,actual,cat,\"dog, or \"\"wolf\"\"\",2\nvalidation,cat,1,1,0\nvalidation,\"dog, or \"\"wolf\"\"\",0,0,0\nvalidation,2,0,0,1\n",
            File.ReadAllText(folder.Confusion));
        var output = new StringWriter { NewLine = "\n" };
        RunLines.WriteConfusion(output, "test", ["a", "bc", "d"], ConfusionFile.CountsOf(measured)!);
        Assert.Equal("test confusion  a  bc  d\na               1  1   0\nbc              0  0   0\nd               0  0   1\n", output.ToString());
    }

    [Fact]
    public void NothingIsWrittenWhereNothingWasCounted()
    {
        var folder = RunFolder.Create(_folder.File("run"), "x");
        ConfusionFile.Write(folder, [], ("test", new Evaluation(1, new MetricValue("accuracy", 1, true))));
        Assert.False(File.Exists(folder.Confusion));
    }

    public void Dispose() => _folder.Dispose();
}
