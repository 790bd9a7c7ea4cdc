using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>Made-up samples with fixed seeds; the training split leaves a short batch and a short window.</summary>
internal static class PairData
{
    private static readonly Dictionary<(TargetKind, bool), DataSplits> Made = [];

    public static DataSplits Of(Pair pair)
    {
        var kind = (pair.Target, pair.HasImages);
        if (!Made.TryGetValue(kind, out var data))
        {
            Made[kind] = data = new DataSplits(Split(kind, 44, seed: 1), Split(kind, 20, seed: 2), Split(kind, 12, seed: 3));
        }
        return data;
    }

    private static DataSet Split((TargetKind Target, bool HasImages) kind, int count, int seed)
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
        var rows = kind.HasImages ? tensor(inputs).mul(255).to(uint8).reshape(count, 1, 2, 3) : tensor(inputs);
        return kind.Target switch
        {
            TargetKind.Values => new DataSet(rows, numbers),
            TargetKind.Binary => new DataSet(rows, numbers.sum(1).gt(0).to(int64), ["no", "yes"]),
            TargetKind.Labels => new DataSet(rows, numbers.gt(0.2).to(float32)),
            TargetKind.Tokens => TokensOf(inputs),
            _ => new DataSet(rows, numbers.argmax(1), ["a", "b", "c"]),
        };
    }

    // Sequences of six tokens that count up, with a slip now and then.
    private static DataSet TokensOf(float[,] numbers)
    {
        var tokens = arange(6).add(tensor(numbers).mul(5).to(int64)).remainder(5);
        return new DataSet(tokens[.., ..5].contiguous(), tokens[.., 1..].contiguous());
    }
}
