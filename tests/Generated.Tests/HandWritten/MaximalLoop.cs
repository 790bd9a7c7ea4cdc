using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>
/// What the generator should write for <see cref="MaximalModel"/>, by hand. Its loss is private to the model, so it stands here once more.
/// </summary>
internal static class MaximalLoop
{
    public static FitResult<MaximalModel> Fit(
        MaximalModel model, bool isExternal, DataSplits data, MaximalModel.Hyperparameters settings, RunOptions options, CancellationToken cancel)
    {
        using var run = TrainingRun.Start(MaximalModel.Training.Description, model, isExternal, settings, data, options);

        // [Sgd(Momentum = 0.9, Nesterov = true, WeightDecay = 5e-4)]
        using var optimizer = new Sgd(run.Parameters, settings.Momentum, settings.Nesterov, settings.WeightDecay);

        // [Classification]
        using var metric = new Accuracy();

        // [EarlyStop(2, MinDelta = 1e-3)]
        var earlyStop = new EarlyStopping(settings.EarlyStop, settings.EarlyStopMinDelta);

        StopReason? stop = null;
        var step = 0L;
        for (var epoch = 0; epoch < settings.Epochs && stop is null; epoch++)
        {
            model.train();
            foreach (var batch in run.Batches.Epoch(epoch))
            {
                if (cancel.IsCancellationRequested)
                {
                    stop = StopReason.Canceled;
                    break;
                }

                using var scope = NewDisposeScope();
                Randomness.At(settings.Seed, step);
                optimizer.Lr = Lr(step, settings, run.StepsPerEpoch);

                var output = model.call(batch.Input);
                var (sum, weight) = Loss(output, batch.Target);
                var loss = sum / weight;
                loss.backward();

                // [ClipGradNorm(0.5)]
                var norm = run.Gradients.ClipNorm(settings.ClipGradNorm);
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Gradients.Clear();

                metric.Add(output, batch.Target);
                run.Recorder.Step(step, epoch, optimizer.Lr, loss, weight, batch.Count, norm);
                step++;
            }

            if (stop is not null)
            {
                break;
            }

            run.Recorder.TrainingDone();
            var validation = Evaluate(model, data.Validation, data.Encoding, settings.BatchSize);
            var summary = run.Recorder.Epoch(epoch, step, metric, validation);
            run.OfferBest(summary);

            // [EarlyStop(2, MinDelta = 1e-3)]
            if (earlyStop.Update(validation.Loss))
            {
                stop = StopReason.EarlyStopped;
            }

            if (summary.FirstBadStep is not null)
            {
                stop = StopReason.Diverged;
            }
        }

        return run.Finish(
            stop ?? StopReason.Completed, split => Evaluate(model, split, data.Encoding, settings.BatchSize));
    }

    private static Evaluation Evaluate(MaximalModel model, DataSet? split, InputEncoding encoding, int batchSize)
    {
        if (split is null)
        {
            return Evaluation.None;
        }

        model.eval();
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(split, encoding, batchSize, Placement.Of(model));
        using var losses = new MeanLoss();

        // [Classification]
        using var metric = new Accuracy();

        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var output = model.call(batch.Input);
            var (sum, weight) = Loss(output, batch.Target);
            losses.Add(sum, weight);
            metric.Add(output, batch.Target);
        }

        return Evaluation.Of(losses, metric);
    }

    private static double Lr(long step, MaximalModel.Hyperparameters settings, long stepsPerEpoch)
    {
        var totalSteps = settings.Epochs * stepsPerEpoch;

        // [Warmup(Fraction = 0.25)]
        var warmupSteps = Math.Min(settings.Warmup.ToSteps(stepsPerEpoch, totalSteps), totalSteps);
        if (step < warmupSteps)
        {
            return settings.Lr * WarmupCurve.At(step, warmupSteps);
        }

        // [Cosine(MinLr = 1e-4)]
        return CosineCurve.At(
            settings.Lr, settings.CosineMinLr, ScheduleProgress.Of(step, warmupSteps, totalSteps));
    }

    private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target)
    {
        var weight = target.remainder(2).add(1).to(output.dtype);
        var losses = nn.functional.cross_entropy(output, target, reduction: nn.Reduction.None);
        return ((losses * weight).sum(), weight.sum());
    }
}
