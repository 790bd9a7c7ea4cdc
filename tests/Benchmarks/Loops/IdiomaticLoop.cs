using System.Diagnostics;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>
/// The loop as a good TorchSharp user writes it: its TensorDataset and DataLoader over inputs that were normalised once, its AdamW, and
/// the loss read at each batch.
/// </summary>
internal sealed class IdiomaticLoop(Func<nn.Module<Tensor, Tensor>> build, Recipe recipe, DataSplits data)
{
    /// <summary>Milliseconds per batch.</summary>
    public double Run()
    {
        using var scope = NewDisposeScope();
        using var encoder = new InputEncoder(data.Encoding, new Placement(CPU, ScalarType.Float32));
        using var model = build();
        var dataset = utils.data.TensorDataset(encoder.Encode(data.Train.Inputs), data.Train.Targets.alias());
        using var loader = utils.data.DataLoader(dataset, Recipe.BatchSize, shuffle: true);
        using var optimizer = optim.AdamW(model.parameters(), lr: Recipe.Lr, weight_decay: Recipe.WeightDecay);
        model.train();

        var batches = (int)loader.Count;
        var (count, step, total) = (0, 0, 0.0);
        var clock = Stopwatch.StartNew();
        foreach (var batch in loader)
        {
            using var batchScope = NewDisposeScope();
            var loss = cross_entropy(model.call(batch[0]), batch[1], label_smoothing: recipe.LabelSmoothing);
            (recipe.Accumulate > 1 ? loss / recipe.Accumulate : loss).backward();
            total += loss.item<float>();
            count++;
            if (recipe.IsStep(count, batches))
            {
                Step(model, optimizer, recipe.LrAt(step++, recipe.Steps(batches)));
            }
        }
        return double.IsFinite(total) ? clock.Elapsed.TotalMilliseconds / count : throw new TrainException("the idiomatic loop diverged");
    }

    private void Step(nn.Module model, optim.Optimizer optimizer, double lr)
    {
        if (recipe.Warmup is not null)
        {
            optimizer.ParamGroups.First().LearningRate = lr;
        }
        if (recipe.MaxNorm is { } max)
        {
            nn.utils.clip_grad_norm_(model.parameters(), max);
        }
        optimizer.step();
        optimizer.zero_grad();
    }
}
