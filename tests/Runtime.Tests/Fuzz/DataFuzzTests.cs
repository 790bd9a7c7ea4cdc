using TrainSdk.Benchmarks.Fuzz;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Fuzz;

/// <summary>Damaged files of every format; <c>tests/Benchmarks -- fuzz</c> reads 100,000 of each.</summary>
public sealed class DataFuzzTests : IDisposable
{
    private const int Files = 500;
    private const double MostMegabytes = 100;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => [.. DataSubjects.All.Select(static subject => subject.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_damaged_file_is_refused_or_gives_the_same_samples_twice(string format)
    {
        var run = new FuzzRun(DataSubjects.All.Single(subject => subject.Name == format), _folder.Path);

        run.Run(Files, static _ => { });

        Assert.Equal(Files, run.Refused + run.Accepted);
        Assert.InRange(run.Growth, double.MinValue, MostMegabytes);
    }
}
