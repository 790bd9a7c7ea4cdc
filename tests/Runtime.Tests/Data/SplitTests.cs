using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class SplitTests
{
    [Fact]
    public void EverySampleIsInOneSplit()
    {
        var splits = Numbered(300).Split(0);
        long[] all = [.. Ids(splits.Train), .. Ids(splits.Validation!), .. Ids(splits.Test!)];
        Assert.Equal(Enumerable.Range(0, 300).Select(static i => (long)i), all.Order());
        Assert.Equal((192, 48, 60), (splits.Train.Count, splits.Validation!.Count, splits.Test!.Count));
    }

    [Fact]
    public void ItDependsOnTheSplitSeedAlone()
    {
        var data = Numbered(300);
        Assert.Equal(Ids(data.Split(4).Test!), Ids(data.Split(4).Test!));
        Assert.NotEqual(Ids(data.Split(4).Test!), Ids(data.Split(5).Test!));
    }

    // Otherwise a larger validation share would move samples that a run before has seen into the test.
    [Fact]
    public void TheTestSplitDoesNotDependOnTheValidationShare() =>
        Assert.Equal(Ids(Numbered(300).Split(4, validation: 0.1).Test!), Ids(Numbered(300).Split(4, validation: 0.3).Test!));

    [Fact]
    public void EveryClassIsSplitAlike()
    {
        var splits = Numbered(300).Split(0);
        Assert.All([0L, 1, 2], label => Assert.Equal(20, Labels(splits.Test!).Count(other => other == label)));
        Assert.All([0L, 1, 2], label => Assert.Equal(16, Labels(splits.Validation!).Count(other => other == label)));
    }

    [Fact]
    public void NumbersAsTargetsAreSplitToo()
    {
        var splits = DataSet.FromArrays(new float[50, 2], new float[50, 1]).Split(0);
        Assert.Equal((32, 8, 10), (splits.Train.Count, splits.Validation!.Count, splits.Test!.Count));
    }

    [Fact]
    public void WithoutAShareThereIsNoSplit()
    {
        var splits = Numbered(30).Split(0, validation: 0, test: 0);
        Assert.Null(splits.Validation);
        Assert.Null(splits.Test);
        Assert.Equal(30, splits.Train.Count);
    }

    [Fact]
    public void AnEmptySplitAndBadSharesAreRefused()
    {
        Assert.Contains("test split is empty", Message(static () => Numbered(3).Split(0, validation: 0)), StringComparison.Ordinal);
        Assert.Contains("validation split is empty", Message(static () => Numbered(3).Split(0, test: 0)), StringComparison.Ordinal);
        Assert.Contains("sum is below 1", Message(static () => Numbered(30).Split(0, 0.5, 0.5)), StringComparison.Ordinal);
        Assert.Contains("shares from 0", Message(static () => Numbered(30).Split(0, -0.1, 0.5)), StringComparison.Ordinal);
        Assert.Contains("shares from 0", Message(static () => Numbered(30).Split(0, double.NaN, 0.5)), StringComparison.Ordinal);
    }

    [Fact]
    public void SplitsOfOtherShapesOrClassesAreRefused()
    {
        var train = Samples.Blobs();
        Assert.Contains(
            "validation split's inputs are [2], the training split's [4]",
            Message(() => _ = new DataSplits(train, DataSet.FromArrays(new float[2, 2], [0, 1]))), StringComparison.Ordinal);
        Assert.Contains(
            "test split's classes are 0|1, the training split's 0|1|2",
            Message(() => _ = new DataSplits(train, test: DataSet.FromArrays(new float[2, 4], [0, 1]))), StringComparison.Ordinal);
    }

    private static string Message(Action action) => Assert.Throws<TrainException>(action).Message;

    private static long[] Ids(DataSet data)
    {
        using var first = data.Inputs.select(1, 0);
        return [.. first.contiguous().data<float>().Select(static value => (long)value)];
    }

    private static long[] Labels(DataSet data) => data.Targets.data<long>().ToArray();

    private static DataSet Numbered(int count)
    {
        var inputs = new float[count, 2];
        for (var i = 0; i < count; i++)
        {
            inputs[i, 0] = i;
        }
        return DataSet.FromArrays(inputs, [.. Enumerable.Range(0, count).Select(static i => (long)(i % 3))]);
    }
}
