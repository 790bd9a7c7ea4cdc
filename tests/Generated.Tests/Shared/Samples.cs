using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>Made-up data with fixed seeds: 8×8 pictures of ten classes, and rows of numbers.</summary>
internal static class Samples
{
    private const int Side = 8;
    private const int Classes = 10;

    /// <summary>Noisy pictures with a bright bar per class.</summary>
    public static DataSplits Pictures(int train = 200, int held = 60) => new(
        PicturesOf(train, seed: 1), held > 0 ? PicturesOf(held, seed: 2) : null, held > 0 ? PicturesOf(held, seed: 3) : null);

    /// <summary>The same pictures in bytes.</summary>
    public static DataSplits BytePictures()
    {
        static DataSet Bytes(DataSet set) => new(set.Inputs.mul(12).to(torch.ScalarType.Byte), set.Targets, set.ClassNames);
        var pictures = Pictures();
        return new DataSplits(Bytes(pictures.Train), Bytes(pictures.Validation!), Bytes(pictures.Test!));
    }

    /// <summary>Rows of four numbers and one number that depends on them; the target is [count, 1].</summary>
    public static DataSplits Rows(int train = 200, int held = 60) => new(
        RowsOf(train, seed: 4), held > 0 ? RowsOf(held, seed: 5) : null, held > 0 ? RowsOf(held, seed: 6) : null);

    /// <summary>Rows of four numbers and whether their sum is above 2.3, as class indices.</summary>
    public static DataSplits YesAndNo() => Splits(static rows =>
        new DataSet(rows, rows.sum(1).gt(2.3).to(torch.ScalarType.Int64), ["low", "high"]));

    /// <summary>Rows of four numbers and three labels, of which several may hold.</summary>
    public static DataSplits Labels() => Splits(static rows =>
        new DataSet(rows, rows.narrow(1, 0, 3).gt(rows.narrow(1, 1, 3)), ["a", "b", "c"]));

    /// <summary>Sequences of eight tokens from 1 to 6 that count on, the last ones of some padded with 0.</summary>
    public static DataSplits Tokens(int train = 200) => Splits(
        static rows =>
        {
            var sequence = rows.narrow(1, 0, 1).mul(6).to(torch.ScalarType.Int64).add(torch.arange(9)).remainder(6).add(1);
            var length = rows.narrow(1, 1, 1).mul(6).to(torch.ScalarType.Int64).add(3);
            var padded = sequence.masked_fill(torch.arange(9).ge(length), 0);
            return new DataSet(padded.narrow(1, 0, 8), padded.narrow(1, 1, 8));
        },
        train);

    private static DataSplits Splits(Func<torch.Tensor, DataSet> of, int train = 200)
    {
        var rows = RowsOf(train + 120, seed: 7).Inputs;
        return new DataSplits(of(rows.narrow(0, 0, train)), of(rows.narrow(0, train, 60)), of(rows.narrow(0, train + 60, 60)));
    }

    private static DataSet PicturesOf(int count, int seed)
    {
        var random = new Random(seed);
        var pixels = new float[count * Side * Side];
        var labels = new long[count];
        for (var sample = 0; sample < count; sample++)
        {
            labels[sample] = random.Next(Classes);
            for (var pixel = 0; pixel < Side * Side; pixel++)
            {
                var bright = pixel % Classes == labels[sample] || pixel / Side == labels[sample] ? 6 : 0;
                pixels[(sample * Side * Side) + pixel] = bright + random.Next(11);
            }
        }
        string[] names = [.. Enumerable.Range(0, Classes).Select(static label => $"{label}")];
        return new DataSet(torch.tensor(pixels).reshape(count, 1, Side, Side), torch.tensor(labels), names);
    }

    private static DataSet RowsOf(int count, int seed)
    {
        var random = new Random(seed);
        var inputs = new float[count, 4];
        var targets = new float[count, 1];
        for (var sample = 0; sample < count; sample++)
        {
            for (var column = 0; column < 4; column++)
            {
                inputs[sample, column] = (float)random.NextDouble();
            }
            targets[sample, 0] = (2 * inputs[sample, 0]) - inputs[sample, 1] + (inputs[sample, 2] * inputs[sample, 3]);
        }
        return DataSet.FromArrays(inputs, targets);
    }
}
