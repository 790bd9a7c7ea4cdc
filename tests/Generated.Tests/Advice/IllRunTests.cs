using TrainSdk.Advice;
using TrainSdk.Recording;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests.Advice;

/// <summary>Runs that are ill are really trained, and get the advice that they need and no other.</summary>
public sealed class IllRunTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public static TheoryData<string, long> Cells
    {
        get
        {
            var cells = new TheoryData<string, long>();
            foreach (var run in IllRun.All)
            {
                cells.Add(run.Name, 7);
                cells.Add(run.Name, 8);
            }
            return cells;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void It_gets_the_advice_that_it_needs(string name, long seed)
    {
        var run = IllRun.All.Single(run => run.Name == name);
        run.Train(seed, new RunOptions { Device = "cpu", RunDirectory = _folder });
        var found = FindingCatalog.In(RunHistory.Read(RunFolder.Find(_folder)));
        var missed = run.Must.Except(found.Select(static finding => finding.Id)).ToArray();
        var untrue = found.Where(finding => !run.Must.Concat(run.May).Contains(finding.Id)).ToArray();
        Assert.True(missed.Length + untrue.Length == 0, $"missed: {string.Join(", ", missed)}; untrue: {string.Join<Finding>(", ", untrue)}");
    }
}
