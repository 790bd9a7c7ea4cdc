using System.Diagnostics;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>
/// The same work as the generated loop, as well as one can write it by hand over the runtime's optimizer and gradients: shuffled bytes
/// gathered for many batches at once and normalised in place, guarded steps, accuracy, and records that are read now and then.
/// </summary>
internal sealed class ByHandLoop(Func<nn.Module<Tensor, Tensor>> build, Recipe recipe, DataSplits data)
{
    private const int BatchesPerGather = 16;
    private const int BatchesPerRead = 128;

    private readonly Tensor _mean = torch.tensor((float)data.Encoding.Mean[0]);
    private readonly Tensor _scale = torch.tensor((float)data.Encoding.Scale[0]);
    private readonly int _batches = Recipe.Batches(data.Train.Count);

    /// <summary>Milliseconds per batch.</summary>
    public double Run()
    {
        using var scope = NewDisposeScope();
        using var model = build();
        var parameters = TrainableParameters.Of(model);
        var gradients = new Gradients(parameters);
        using var optimizer = new AdamW(parameters, Recipe.WeightDecay);
        var losses = torch.zeros(BatchesPerRead);
        var norms = torch.zeros(BatchesPerRead);
        var (lossCells, normCells) = (losses.unbind(0), norms.unbind(0));
        var correct = torch.zeros([], dtype: ScalarType.Int64);
        model.train();

        var (batch, step, total) = (0, 0, 0.0);
        var clock = Stopwatch.StartNew();
        foreach (var (input, target) in Batches())
        {
            using var batchScope = NewDisposeScope();
            manual_seed(batch).Dispose();
            var output = model.call(input.to(ScalarType.Float32).sub_(_mean).div_(_scale));
            var loss = cross_entropy(output, target, label_smoothing: recipe.LabelSmoothing);
            (recipe.Accumulate > 1 ? loss / recipe.Accumulate : loss).backward();
            var row = batch++ % BatchesPerRead;
            lossCells[row].copy_(loss.detach());
            correct.add_(output.detach().argmax(1).eq(target).sum());
            if (recipe.IsStep(batch, _batches))
            {
                normCells[row].copy_(Step(optimizer, gradients, recipe.LrAt(step++, recipe.Steps(_batches))));
            }
            if (row == BatchesPerRead - 1 || batch == _batches)
            {
                total += losses.sum().ToDouble() + norms.sum().ToDouble();
            }
        }
        var milliseconds = clock.Elapsed.TotalMilliseconds / batch;
        return double.IsFinite(total) && correct.ToInt64() > 0 ? milliseconds : throw new TrainException("the loop by hand diverged");
    }

    private Tensor Step(AdamW optimizer, Gradients gradients, double lr)
    {
        optimizer.Lr = lr;
        var norm = recipe.MaxNorm is { } max ? gradients.ClipNorm(max) : gradients.Norm();
        optimizer.Step(skipIf: norm.IsNotFinite);
        gradients.Clear();
        return norm.Value;
    }

    private IEnumerable<(Tensor Input, Tensor Target)> Batches()
    {
        using var order = torch.randperm(data.Train.Count);
        for (var start = 0L; start < data.Train.Count; start += BatchesPerGather * Recipe.BatchSize)
        {
            using var scope = NewDisposeScope();
            var positions = order.narrow(0, start, Math.Min(BatchesPerGather * Recipe.BatchSize, data.Train.Count - start));
            var inputs = data.Train.Inputs.index_select(0, positions).split(Recipe.BatchSize);
            var targets = data.Train.Targets.index_select(0, positions).split(Recipe.BatchSize);
            foreach (var batch in inputs.Zip(targets))
            {
                yield return batch;
            }
        }
    }
}
