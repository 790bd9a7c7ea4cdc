using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Inspection;

namespace TrainSdk.Runtime.Tests.Inspection;

public sealed class DataWarningsTests
{
    [Fact]
    public void GoodDataAreNotTalkedAbout() => Assert.Empty(Of(Rows(0, 40), Rows(100, 10), Rows(200, 10)));

    [Fact]
    public void SamplesInTwoSplitsAreALeak()
    {
        Assert.Equal(
            ["2 samples of the test split are in the training split too, such as sample 1 (b) and sample 3 (b); keep each in one split"],
            Of(Rows(0, 40), null, With(Rows(200, 10), (1, [3, 1]), (4, [8, 1]))));
        Assert.Equal(
            ["1 sample of the test split is in the validation split too, such as sample 0 (a) and sample 2 (a); keep each in one split"],
            Of(Rows(0, 40), Rows(100, 10), With(Rows(200, 10), (0, [102, 1]))));
    }

    [Fact]
    public void RepeatedSamplesCountMore() => Assert.Equal(
        ["1 sample of the training split repeats another, such as sample 2 (a) and sample 12 (a); they count more than others"],
        Of(With(Rows(0, 40), (12, [2, 1]))));

    [Fact]
    public void OneInputWithTwoClassesIsAMistake()
    {
        var warnings = Of(With(Rows(0, 40), (13, [2, 1])));
        Assert.Equal(2, warnings.Length);
        Assert.Equal("1 input has two classes, such as sample 2 (a) and sample 13 (b); correct the wrong one", warnings[1]);
    }

    [Fact]
    public void RareAndAbsentClassesAreNamed()
    {
        var rare = Rows(0, 40, static at => at is 3 or 7 ? 1 : 0);
        var warnings = Of(rare, Rows(100, 10, static _ => 0));
        Assert.Equal("the validation split has no sample of 'b'; give samples of every class, or leave the class out", warnings[0]);
        Assert.StartsWith("class 'a' has 38 training samples and 'b' 2; weigh the classes", warnings[1], StringComparison.Ordinal);
        Assert.Equal(2, warnings.Length);
        Assert.Empty(Of(Rows(0, 40, static at => at % 10 == 0 ? 1 : 0)));
    }

    [Fact]
    public void AConstantColumnTeachesNothing()
    {
        var data = Rows(0, 40);
        using var second = data.Inputs.narrow(1, 1, 1);
        second.fill_(3);
        Assert.Equal(
            ["1 column of the training split is constant: 'y'; nothing can be learned from that, leave it out"],
            Of(new DataSet(data.Inputs, data.Targets, ["a", "b"], ["x", "y"])));
    }

    [Fact]
    public void SamplesThatCannotBeUsedComeFirst()
    {
        var data = Rows(0, 40);
        var broken = new DataSet(new Broken(data), data.Targets, ["a", "b"]);
        Assert.Equal(
            ["1 sample of the training split cannot be used; the first: sample 5 could not be read: gone"],
            Of(broken));
    }

    private static string[] Of(DataSet train, DataSet? validation = null, DataSet? test = null) =>
        [.. DataReport.Of(new DataSplits(train, validation, test, InputEncoding.None(2)), []).Warnings];

    private static DataSet Rows(int first, int count, Func<int, long>? label = null)
    {
        var inputs = new float[count, 2];
        for (var at = 0; at < count; at++)
        {
            (inputs[at, 0], inputs[at, 1]) = (first + at, 1);
        }
        // the second column is all but constant
        inputs[0, 1] = 2;
        return DataSet.FromArrays(inputs, [.. Enumerable.Range(0, count).Select(at => label?.Invoke(at) ?? at % 2)], ["a", "b"]);
    }

    private static DataSet With(DataSet data, params (int Position, float[] Row)[] changes)
    {
        foreach (var (position, row) in changes)
        {
            using var place = data.Inputs[position];
            using var values = torch.tensor(row);
            place.copy_(values);
        }
        return data;
    }

    private sealed class Broken(DataSet data) : ISampleSource
    {
        public long Count => data.Count;

        public SampleForm Form => data.Sources[0].Form;

        public void Read(long position, Span<byte> sample)
        {
            if (position == 5)
            {
                throw new IOException("gone");
            }
            data.Sources[0].Read(position, sample);
        }
    }
}
