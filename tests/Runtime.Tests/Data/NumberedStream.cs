using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Streams of whole numbers: a sample's input is its number, its class whether that is odd.</summary>
internal static class NumberedStream
{
    public static DataSet Of(int count, int shuffle = 0, long? steps = 4) =>
        DataStream.From(() => Enumerable.Range(0, count), Collate, Options(steps, shuffle));

    public static DataStreamOptions Options(long? steps, int shuffle = 0) =>
        new() { StepsPerEpoch = steps, ShuffleBuffer = shuffle, ClassNames = ["even", "odd"] };

    public static SampleBatch Collate(IReadOnlyList<int> items) => new(
        torch.tensor(items.Select(static number => (float)number).ToArray()).unsqueeze(1),
        torch.tensor(items.Select(static number => number % 2L).ToArray()));
}
