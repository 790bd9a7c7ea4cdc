using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class GroupSplitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void A_group_is_in_one_split_alone_and_shares_are_near(long seed)
    {
        var data = Samples(200, static sample => $"patient {sample * 7 % 40}");

        var splits = data.Split(seed);

        DataSet[] all = [splits.Train, splits.Validation!, splits.Test!];
        Assert.Equal(200, all.Sum(static split => split.Count));
        Assert.Equal(40, all.Sum(static split => split.Groups.Distinct().Count()));
        Assert.InRange(splits.Test!.Count, 35, 45);
        Assert.InRange(splits.Validation!.Count, 27, 37);
    }

    [Fact]
    public void The_split_seed_alone_decides()
    {
        var data = Samples(60, static sample => $"{sample / 3}");

        Assert.Equal(data.Split(3).Test!.Groups, data.Split(3).Test!.Groups);
        Assert.NotEqual(data.Split(3).Test!.Groups, data.Split(4).Test!.Groups);
    }

    [Fact]
    public void As_many_groups_as_splits_suffice() => Assert.Equal(1, Samples(3, static sample => $"{sample}").Split(0).Validation!.Count);

    [Fact]
    public void Too_few_groups_are_refused() => Assert.Equal(
        "the test split is empty: 1 groups are too few for its share; give more or another share",
        Assert.Throws<TrainException>(() => Samples(10, static _ => "one").Split(0, validation: 0)).Message);

    [Fact]
    public void Folds_keep_groups_together()
    {
        var folds = Folds.Of(new DataSplits(Samples(40, static sample => $"{sample % 10}")), 5, splitSeed: 2);

        Assert.All(folds, static fold => Assert.Empty(fold.Train.Groups.Intersect(fold.Validation!.Groups)));
        Assert.Equal(40, folds.Sum(static fold => fold.Validation!.Count));
    }

    [Fact]
    public void More_folds_than_groups_are_refused() => Assert.Equal(
        "2 groups cannot be cut into 3 folds; give fewer folds",
        Assert.Throws<TrainException>(() => Folds.Of(new DataSplits(Samples(6, static sample => $"{sample % 2}")), 3, splitSeed: 0)).Message);

    private static DataSet Samples(int count, Func<int, string> groupOf) =>
        new(arange(count).reshape(count, 1).to(ScalarType.Float32), zeros(count, dtype: ScalarType.Int64))
        {
            Groups = [.. Enumerable.Range(0, count).Select(groupOf)],
        };
}
