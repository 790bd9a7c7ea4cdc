using System.Diagnostics;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>
/// The lines of the generated loop without those that record, and without checkpoints. Dead tensor wrappers are freed as often: that is no
/// record.
/// </summary>
internal sealed class SilentLoop<TModel, TSettings>(
    ModelDescription<TModel, TSettings> description, TSettings settings, DataSplits data, int epochs)
    where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>Milliseconds per batch of all epochs but the first.</summary>
    public double Run()
    {
        using var model = description.Build(settings);
        var options = new RunOptions { Device = "cpu", Threads = get_num_threads(), WriteRunFolder = false };
        using var run = TrainingRun.Start(description, model, isExternal: false, settings, data, options);
        using var metrics = new MetricSet(new TrainSdk.Metrics.Accuracy());
        using var optimizer = new AdamW(run.Parameters, Recipe.WeightDecay);
        var garbage = new YoungGarbage();
        var (step, since) = (0L, 0L);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            since = epoch == 1 ? Stopwatch.GetTimestamp() : since;
            model.train();
            foreach (var batch in run.Batches.Epoch(epoch, step))
            {
                using var scope = NewDisposeScope();
                Randomness.At(0, step);
                optimizer.Lr = Recipe.Lr;
                var output = model.call(batch.Input);
                var loss = cross_entropy(output, batch.Target);
                loss.backward();
                var norm = run.Gradients.Norm();
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Buffers.Keep(unless: norm.IsNotFinite);
                run.Gradients.Clear();
                metrics.Add(output, batch.Target);
                step++;
                if (step % StepLog.Capacity == 0)
                {
                    garbage.DropIfDue();
                }
            }
            metrics.Read();
        }
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds / (epochs - 1) / Recipe.Batches(data.Train.Count);
    }
}
