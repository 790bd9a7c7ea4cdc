using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Samples whose input is their position, in three classes: in memory, or read one at a time.</summary>
internal static class NumberedData
{
    public static DataSet InMemory(long count) => new(torch.arange(count, dtype: ScalarType.Float32).unsqueeze(1), Labels(count));

    public static DataSet Read(long count, Predicate<long>? isBad = null, OnBadSample onBad = OnBadSample.Fail) =>
        Read(new NumberedSource(count, isBad), onBad);

    public static DataSet Read(NumberedSource source, OnBadSample onBad = OnBadSample.Fail) =>
        new(source, Labels(source.Count), classNames: null) { OnBadSample = onBad };

    private static Tensor Labels(long count) => torch.arange(count, dtype: ScalarType.Int64).remainder(3);
}
