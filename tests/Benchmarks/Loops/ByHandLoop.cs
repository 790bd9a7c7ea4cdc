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
    private const int StepsPerRead = 128;

    private readonly Tensor _mean = torch.tensor((float)data.Encoding.Mean[0]);
    private readonly Tensor _scale = torch.tensor((float)data.Encoding.Scale[0]);
    private readonly int _steps = (int)((data.Train.Count + Recipe.BatchSize - 1) / Recipe.BatchSize);

    /// <summary>Milliseconds per step.</summary>
    public double Run()
    {
        using var scope = NewDisposeScope();
        using var model = build();
        var parameters = TrainableParameters.Of(model);
        var gradients = new Gradients(parameters);
        using var optimizer = new AdamW(parameters, Recipe.WeightDecay);
        var records = torch.zeros([StepsPerRead, 2], dtype: ScalarType.Float64);
        var correct = torch.zeros([], dtype: ScalarType.Int64);
        var losses = 0.0;
        model.train();

        var step = 0;
        var clock = Stopwatch.StartNew();
        foreach (var (input, target) in Batches())
        {
            using var stepScope = NewDisposeScope();
            manual_seed(step);
            optimizer.Lr = recipe.LrAt(step, _steps);
            var output = model.call(input.to(ScalarType.Float32).sub_(_mean).div_(_scale));
            var loss = cross_entropy(output, target, label_smoothing: recipe.LabelSmoothing);
            loss.backward();
            var norm = recipe.MaxNorm is { } max ? gradients.ClipNorm(max) : gradients.Norm();
            optimizer.Step(skipIf: norm.IsNotFinite);
            gradients.Clear();
            using (no_grad())
            {
                correct.add_(output.argmax(1).eq(target).sum());
                records[step % StepsPerRead].copy_(stack([loss, norm.Value]));
            }
            step++;
            if (step % StepsPerRead == 0 || step == _steps)
            {
                losses += records.cpu().data<double>().ToArray().Sum();
            }
        }
        var seconds = clock.Elapsed.TotalMilliseconds / step;
        return double.IsFinite(losses) && correct.ToInt64() > 0 ? seconds : throw new TrainException("the loop by hand diverged");
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
