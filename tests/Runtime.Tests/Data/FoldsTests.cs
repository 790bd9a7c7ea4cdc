using System.Text.Json;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

public sealed class FoldsTests
{
    [Fact]
    public void Classes_are_shared_out_as_scikit_learn_does()
    {
        foreach (var example in Fixture.Open("folds").GetProperty("cases").EnumerateArray())
        {
            var counts = example.GetProperty("counts").Deserialize<int[]>()!;
            var splits = Folds.Of(new DataSplits(Classes(counts)), example.GetProperty("folds").GetInt32(), splitSeed: 7);
            Assert.Equal(
                example.GetProperty("shares").Deserialize<long[][]>()!,
                splits.Select(split => Enumerable.Range(0, counts.Length).Select(label => CountOf(split.Validation!, label)).ToArray()));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(60)]
    public void Every_sample_but_the_tests_is_validated_once(int folds)
    {
        var data = Classes(20, 25, 30).Split(splitSeed: 3);
        var splits = Folds.Of(data, folds, splitSeed: 3);
        Assert.Equal(folds, splits.Count);
        var test = Ids(data.Test!);
        Assert.Equal(Ids(data.Train).Concat(Ids(data.Validation!)).Order(), splits.SelectMany(static split => Ids(split.Validation!)).Order());
        Assert.All(splits, split =>
        {
            Assert.Null(split.Test);
            Assert.Empty(Ids(split.Train).Intersect(Ids(split.Validation!)));
            Assert.Empty(Ids(split.Train).Concat(Ids(split.Validation!)).Intersect(test));
            Assert.Equal(data.Train.Count + data.Validation!.Count, split.Train.Count + split.Validation!.Count);
        });
    }

    [Fact]
    public void Numbers_as_targets_are_dealt_out_too()
    {
        var splits = Folds.Of(new DataSplits(DataSet.FromArrays(new float[23, 2], new float[23, 1])), 4, 0);
        Assert.Equal([6, 6, 6, 5], splits.Select(static split => split.Validation!.Count));
    }

    [Fact]
    public void They_depend_on_the_split_seed()
    {
        var data = new DataSplits(Classes(30, 30));
        Assert.Equal(Ids(Folds.Of(data, 3, 1)[0].Validation!), Ids(Folds.Of(data, 3, 1)[0].Validation!));
        Assert.NotEqual(Ids(Folds.Of(data, 3, 1)[0].Validation!), Ids(Folds.Of(data, 3, 2)[0].Validation!));
    }

    [Fact]
    public void A_measured_encoding_is_measured_on_each_folds_training_split()
    {
        var split = Folds.Of(new DataSplits(Classes(9, 9)), 3, 0)[1];
        Assert.Equal(Ids(split.Train).Average(), split.Encoding.Mean[0], 9);
        var own = InputEncoding.None(2);
        Assert.Same(own, Folds.Of(new DataSplits(Classes(9, 9), encoding: own), 3, 0)[1].Encoding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    public void Too_few_or_too_many_are_refused(int folds) => Assert.Contains(
        $"18 samples cannot be cut into {folds} folds",
        Assert.Throws<TrainException>(() => Folds.Of(new DataSplits(Classes(9, 9)), folds, 0)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void EveryFoldIsSampledAsTheDataAre()
    {
        var data = new DataSplits(NumberedSamples.Of(12)) { Sampler = Sampler.Sequential };

        Assert.All(Folds.Of(data, 3, splitSeed: 0), static fold => Assert.Same(Sampler.Sequential, fold.Sampler));
    }

    // The first input is the sample's number.
    private static DataSet Classes(params int[] counts)
    {
        using var scope = NewDisposeScope();
        long[] labels = [.. counts.SelectMany(static (count, label) => Enumerable.Repeat((long)label, count))];
        var ids = torch.arange(labels.Length, dtype: ScalarType.Float64);
        return new DataSet(torch.stack([ids, ids * 2], 1), torch.tensor(labels), [.. counts.Select(static (_, label) => $"{label}")]);
    }

    private static long[] Ids(DataSet data) => [.. data.Inputs.select(1, 0).contiguous().data<double>().ToArray().Select(static id => (long)id)];

    private static long CountOf(DataSet data, int label) => data.Targets.data<long>().ToArray().LongCount(other => other == label);
}
