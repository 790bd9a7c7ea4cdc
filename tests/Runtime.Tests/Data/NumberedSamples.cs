using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Samples whose one input and one target are their position.</summary>
internal static class NumberedSamples
{
    public static DataSet Of(int count)
    {
        var numbers = new float[count, 1];
        for (var i = 0; i < count; i++)
        {
            numbers[i, 0] = i;
        }
        return DataSet.FromArrays(numbers, (float[,])numbers.Clone());
    }
}
