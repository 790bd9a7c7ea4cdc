using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests;

/// <summary>The ill projects train, as the offered fixes have left them.</summary>
public sealed class MendedProjectTests
{
    private const int Count = 192;

    private static readonly RunOptions Options = new() { WriteRunFolder = false };

    [Fact]
    public void DigitsMlp_learns() => Learns(global::DigitsMlp.Train(Classes(64), new() { Epochs = 8 }, Options));

    [Fact]
    public void DigitsCnn_learns() => Learns(global::DigitsCnn.Train(Classes(1, 8, 8), new() { Epochs = 8, BatchSize = 32 }, Options));

    [Fact]
    public void WordsLstm_learns() => Learns(global::WordsLstm.Train(Letters(), new() { Epochs = 4 }, Options));

    [Fact]
    public void HousePrices_learns() => Learns(global::HousePrices.Train(Numbers(), new() { Epochs = 8 }, Options));

    [Fact]
    public void YesOrNo_learns() => Learns(global::Experiments.YesOrNo.Train(YesNo(), new() { Epochs = 8 }, Options));

    private static void Learns<TModel>(FitResult<TModel> result)
        where TModel : IDisposable
    {
        using var model = result.Model;
        Assert.True(result.History[^1].Train.Loss < result.History[0].Train.Loss, "the loss falls");
    }

    // Ten classes, each a pattern with some noise on it.
    private static DataSplits Classes(params long[] shape)
    {
        using var scope = NewDisposeScope();
        var (labels, patterns) = (arange(Count) % 10, rand([10, .. shape], generator: new Generator(1)));
        var images = patterns.index_select(0, labels) + (0.1 * randn([Count, .. shape], generator: new Generator(2)));
        return new DataSet(images.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope()).Split(splitSeed: 0);
    }

    // Sequences of which each letter follows from the one before.
    private static DataSplits Letters()
    {
        using var scope = NewDisposeScope();
        var letters = (arange(Count).unsqueeze(1) + (3 * arange(13).unsqueeze(0))) % 27;
        return new DataSet(letters[.., ..12].contiguous().MoveToOuterDisposeScope(), letters[.., 1..].contiguous().MoveToOuterDisposeScope())
            .Split(splitSeed: 0);
    }

    private static DataSplits Numbers()
    {
        using var scope = NewDisposeScope();
        var rows = randn([Count, 8], generator: new Generator(3));
        return new DataSet(rows.MoveToOuterDisposeScope(), rows.sum([1]).unsqueeze(1).MoveToOuterDisposeScope()).Split(splitSeed: 0);
    }

    private static DataSplits YesNo()
    {
        using var scope = NewDisposeScope();
        var rows = randn([Count, 8], generator: new Generator(4));
        var answers = rows.sum([1]).gt(0).to(ScalarType.Float32).unsqueeze(1);
        return new DataSet(rows.MoveToOuterDisposeScope(), answers.MoveToOuterDisposeScope()).Split(splitSeed: 0);
    }
}
