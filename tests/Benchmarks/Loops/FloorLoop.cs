using System.Diagnostics;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>
/// What the mathematics cost: forward, the same loss, backward, gradients to null, over batches that were encoded before. Nothing is
/// learned, nothing is recorded.
/// </summary>
internal sealed class FloorLoop(Func<nn.Module<Tensor, Tensor>> build, Recipe recipe, DataSplits data)
{
    private const int Rotating = 32;

    private readonly (Tensor Input, Tensor Target)[] _batches = Encode(data);
    private readonly int _count = Recipe.Batches(data.Train.Count);

    /// <summary>Milliseconds per batch.</summary>
    public double Run()
    {
        using var model = build();
        var gradients = new Gradients(TrainableParameters.Of(model));
        model.train();

        var clock = Stopwatch.StartNew();
        for (var batch = 0; batch < _count; batch++)
        {
            using var scope = NewDisposeScope();
            var (input, target) = _batches[batch % _batches.Length];
            cross_entropy(model.call(input), target, label_smoothing: recipe.LabelSmoothing).backward();
            gradients.Clear();
        }
        return clock.Elapsed.TotalMilliseconds / _count;
    }

    private static (Tensor Input, Tensor Target)[] Encode(DataSplits data)
    {
        using var scope = NewDisposeScope();
        using var encoder = new InputEncoder(data.Encoding, new Placement(CPU, ScalarType.Float32));
        var count = Math.Min(Rotating, data.Train.Count / Recipe.BatchSize);
        return [.. Enumerable.Range(0, (int)count).Select(batch => (
            encoder.Encode(data.Train.Inputs.narrow(0, batch * Recipe.BatchSize, Recipe.BatchSize)).DetachFromDisposeScope(),
            data.Train.Targets.narrow(0, batch * Recipe.BatchSize, Recipe.BatchSize).clone().DetachFromDisposeScope()))];
    }
}
