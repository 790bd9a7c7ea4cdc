using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>What the generator should write for <see cref="MinimalModel"/>, by hand: no trace of a feature that is not used.</summary>
internal static class MinimalLoop
{
    public static FitResult<MinimalModel> Fit(
        MinimalModel model, bool isExternal, DataSplits data, MinimalModel.Hyperparameters settings, RunOptions options, CancellationToken cancel)
    {
        using var run = TrainingRun.Start(MinimalModel.Training.Description, model, isExternal, settings, data, options);
        using var metrics = Metrics();
        run.Keep("Metrics", metrics);
        using var optimizer = new Adam(run.Parameters);
        run.Keep("Adam", optimizer);

        var (epoch, step, stop) = run.Begin();
        while (epoch < settings.Epochs && stop is null)
        {
            model.train();
            foreach (var batch in run.Batches.Epoch(epoch, step))
            {
                stop ??= run.MustStop(cancel);
                if (stop is not null)
                {
                    break;
                }

                using var scope = NewDisposeScope();
                Randomness.At(settings.Seed, step);
                optimizer.Lr = settings.Lr;

                run.Watch.Forward();
                var output = model.call(batch.Input);
                var loss = cross_entropy(output, batch.Target);
                run.Watch.Backward();
                loss.backward();

                run.Watch.Update();
                var norm = run.Gradients.Norm();
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Buffers.Keep(unless: norm.IsNotFinite);
                run.Gradients.Clear();

                metrics.Add(output, batch.Target);
                run.Recorder.Step(step, epoch, optimizer.Lr, loss, batch.Count, norm);
                step++;
                run.Checkpoint(epoch, step, stop);
            }

            stop ??= run.MustStop(cancel);
            if (stop is not null)
            {
                break;
            }

            run.Recorder.TrainingDone();
            var validation = Evaluate(model, data.Validation, data.Encoding, settings.BatchSize);
            var summary = run.Recorder.Epoch(epoch, step, metrics, validation);
            run.OfferBest(summary);

            epoch++;
            run.Checkpoint(epoch, step, stop);
        }

        return run.Finish(
            stop ?? StopReason.Completed,
            split => Evaluate(model, split, data.Encoding, settings.BatchSize),
            batch => BatchLoss(model, batch, settings));
    }

    private static Tensor BatchLoss(MinimalModel model, Batch batch, MinimalModel.Hyperparameters settings)
    {
        var output = model.call(batch.Input);
        return cross_entropy(output, batch.Target);
    }

    private static MetricSet Metrics() => new(new Accuracy());

    private static Evaluation Evaluate(MinimalModel model, DataSet? split, InputEncoding encoding, int batchSize)
    {
        if (split is null)
        {
            return Evaluation.None;
        }

        model.eval();
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(split, encoding, batchSize, Placement.Of(model));
        using var losses = new MeanLoss();
        using var metrics = Metrics();

        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var output = model.call(batch.Input);
            losses.Add(cross_entropy(output, batch.Target), batch.Count);
            metrics.Add(output, batch.Target);
        }

        return Evaluation.Of(losses, metrics);
    }
}
