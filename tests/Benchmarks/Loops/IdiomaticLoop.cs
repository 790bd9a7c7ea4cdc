using System.Diagnostics;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>
/// The loop as a good TorchSharp user writes it: its TensorDataset and DataLoader over inputs that were normalised once, its AdamW, and
/// the loss read at each step.
/// </summary>
internal sealed class IdiomaticLoop(Func<nn.Module<Tensor, Tensor>> build, Recipe recipe, DataSplits data)
{
    /// <summary>Milliseconds per step.</summary>
    public double Run()
    {
        using var scope = NewDisposeScope();
        using var encoder = new InputEncoder(data.Encoding, new Placement(CPU, ScalarType.Float32));
        using var model = build();
        var dataset = utils.data.TensorDataset(encoder.Encode(data.Train.Inputs), data.Train.Targets.alias());
        using var loader = utils.data.DataLoader(dataset, Recipe.BatchSize, shuffle: true);
        using var optimizer = optim.AdamW(model.parameters(), lr: Recipe.Lr, weight_decay: Recipe.WeightDecay);
        model.train();

        var steps = (int)loader.Count;
        var step = 0;
        var total = 0.0;
        var clock = Stopwatch.StartNew();
        foreach (var batch in loader)
        {
            using var stepScope = NewDisposeScope();
            if (recipe.Warmup is not null)
            {
                optimizer.ParamGroups.First().LearningRate = recipe.LrAt(step, steps);
            }
            optimizer.zero_grad();
            var output = model.call(batch[0]);
            var loss = cross_entropy(output, batch[1], label_smoothing: recipe.LabelSmoothing);
            loss.backward();
            if (recipe.MaxNorm is { } max)
            {
                nn.utils.clip_grad_norm_(model.parameters(), max);
            }
            optimizer.step();
            total += loss.item<float>();
            step++;
        }
        return double.IsFinite(total) ? clock.Elapsed.TotalMilliseconds / step : throw new TrainException("the idiomatic loop diverged");
    }
}
