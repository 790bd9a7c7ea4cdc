using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>Made-up samples with fixed seeds; the training split leaves a short batch and a short window.</summary>
internal static class PairData
{
    private static readonly Dictionary<TargetKind, DataSplits> Made = [];

    public static DataSplits Of(TargetKind target)
    {
        if (!Made.TryGetValue(target, out var data))
        {
            Made[target] = data = new DataSplits(Split(target, 44, seed: 1), Split(target, 20, seed: 2), Split(target, 12, seed: 3));
        }
        return data;
    }

    private static DataSet Split(TargetKind target, int count, int seed)
    {
        var random = new Random(seed);
        var inputs = new float[count, 6];
        var values = new float[count, 3];
        for (var sample = 0; sample < count; sample++)
        {
            for (var column = 0; column < 6; column++)
            {
                inputs[sample, column] = (float)random.NextDouble();
                values[sample, column % 3] += column < 3 ? inputs[sample, column] : -inputs[sample, column] * inputs[sample, column];
            }
        }
        var numbers = tensor(values);
        return target switch
        {
            TargetKind.Values => new DataSet(tensor(inputs), numbers),
            TargetKind.Binary => new DataSet(tensor(inputs), numbers.sum(1).gt(0).to(int64), ["no", "yes"]),
            TargetKind.Labels => new DataSet(tensor(inputs), numbers.gt(0.2).to(float32)),
            TargetKind.Tokens => TokensOf(inputs),
            _ => new DataSet(tensor(inputs), numbers.argmax(1), ["a", "b", "c"]),
        };
    }

    // Sequences of six tokens that count up, with a slip now and then.
    private static DataSet TokensOf(float[,] numbers)
    {
        var tokens = arange(6).add(tensor(numbers).mul(5).to(int64)).remainder(5);
        return new DataSet(tokens[.., ..5].contiguous(), tokens[.., 1..].contiguous());
    }
}
