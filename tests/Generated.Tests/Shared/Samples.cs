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

    /// <summary>Rows of four numbers and one number that depends on them; the target is [count, 1].</summary>
    public static DataSplits Rows(int train = 200, int held = 60) => new(
        RowsOf(train, seed: 4), held > 0 ? RowsOf(held, seed: 5) : null, held > 0 ? RowsOf(held, seed: 6) : null);

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
