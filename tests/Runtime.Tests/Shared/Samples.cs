using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Made-up samples that a small model can learn: class centres with noise, as a function of the counter-based generator.</summary>
internal static class Samples
{
    public static DataSet Blobs(int count = 150, int classes = 3, long seed = 1)
    {
        var inputs = new float[count, 4];
        var labels = new long[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % classes;
            for (var column = 0; column < 4; column++)
            {
                var noise = (CounterRandom.Bits(seed, i, column) >> 40) / (double)(1 << 24);
                inputs[i, column] = (float)(((labels[i] + column) % classes) + noise);
            }
        }
        return DataSet.FromArrays(inputs, labels);
    }

    public static DataSplits Splits(int count = 150) => Blobs(count).Split(0);
}
