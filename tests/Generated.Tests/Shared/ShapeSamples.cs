using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>Made-up data for models that take more than one tensor, or tokens. There is no validation split, so the last weights are kept.</summary>
internal static class ShapeSamples
{
    /// <summary>Pictures alone, ten classes.</summary>
    public static DataSplits Pictures()
    {
        var data = Samples.Pictures();
        return new DataSplits(data.Train, test: data.Test);
    }

    /// <summary>Rows of four numbers with a number each.</summary>
    public static DataSplits Rows()
    {
        var data = Samples.Rows();
        return new DataSplits(data.Train, test: data.Test);
    }

    /// <summary>A picture and a row of numbers that both say something of the class.</summary>
    public static DataSplits PicturesAndRows()
    {
        var data = Samples.Pictures();
        return new DataSplits(WithRows(data.Train, 7), test: WithRows(data.Test!, 8));
    }

    /// <summary>Three words out of ten; the fourth is their sum's last digit.</summary>
    public static DataSplits Words() => new(WordsOf(160, 11), test: WordsOf(40, 12));

    private static DataSet WithRows(DataSet pictures, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)seed);
        var rows = torch.randn(pictures.Count, 4, generator: generator) + (pictures.Targets.unsqueeze(1) * 0.5);
        return new DataSet([pictures.Inputs, rows.to(ScalarType.Float32)], pictures.Targets, pictures.ClassNames);
    }

    private static DataSet WordsOf(int count, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)seed);
        var words = torch.randint(0, 10, [count, 3], dtype: ScalarType.Int64, generator: generator);
        return new DataSet(words, words.sum(1).remainder(10), [.. Enumerable.Range(0, 10).Select(static word => $"{word}")]);
    }
}
