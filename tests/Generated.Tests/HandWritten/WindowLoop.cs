using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>
/// What the generator should write for <see cref="WindowModel"/>, by hand. Its loss is private to the model, so it stands here once more.
/// </summary>
internal static class WindowLoop
{
    public static FitResult<WindowModel> Fit(
        WindowModel model, bool isExternal, DataSplits data, WindowModel.Hyperparameters settings, RunOptions options, CancellationToken cancel)
    {
        using var run = TrainingRun.Start(WindowModel.Training.Description, model, isExternal, settings, data, options);
        using var metrics = Metrics();
        run.Keep("Metrics", metrics);

        // [Sgd(Momentum = 0.9, Nesterov = true, WeightDecay = 5e-4)]
        using var optimizer = new Sgd(run.Parameters, settings.Momentum, settings.Nesterov, settings.WeightDecay);
        run.Keep("Sgd", optimizer);

        // [Amp]
        using var scaler = new GradScaler(run.Precision);
        run.Keep("Amp", scaler);

        // [EarlyStop(2, MinDelta = 1e-3)]
        var earlyStop = new EarlyStopping(settings.EarlyStop, settings.EarlyStopMinDelta);
        run.Keep("EarlyStop", earlyStop);

        var (epoch, step, stop) = run.Begin();
        while (epoch < settings.Epochs && stop is null)
        {
            model.train();

            // [Accumulate(4)]
            foreach (var window in run.Batches.Windows(epoch, step, settings.Accumulate))
            {
                stop ??= run.MustStop(cancel);
                if (stop is not null)
                {
                    break;
                }

                using var scope = NewDisposeScope();
                optimizer.Lr = Lr(step, settings, run.StepsPerEpoch);

                foreach (var batch in window)
                {
                    using var batchScope = NewDisposeScope();
                    Randomness.At(settings.Seed, step, window.Position);

                    run.Watch.Forward();
                    Tensor output, sum, weight;

                    // [Amp]
                    using (Autocast.On(run.Precision))
                    {
                        output = model.call(batch.Input);
                        (sum, weight) = Loss(output, batch.Target);
                    }

                    run.Watch.Backward();

                    // [Accumulate(4)] [Amp]
                    scaler.Scale(window.Add(sum, weight, batch.Count)).backward();

                    metrics.Add(output, batch.Target);
                }

                // [Accumulate(4)]
                run.Gradients.Average(window);

                // [Amp]
                scaler.Unscale(run.Gradients);

                run.Watch.Update();

                // [ClipGradNorm(0.5)]
                var norm = run.Gradients.ClipNorm(settings.ClipGradNorm);
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Buffers.Keep(unless: norm.IsNotFinite);
                run.Gradients.Clear();

                // [Amp]
                scaler.Update(norm.IsNotFinite);

                run.Recorder.Step(step, epoch, optimizer.Lr, window.Loss, window.Weight, window.Count, norm);
                step++;
                run.Checkpoint(epoch, step, stop);
            }

            stop ??= run.MustStop(cancel);
            if (stop is not null)
            {
                break;
            }

            run.Recorder.TrainingDone();
            var validation = Evaluate(model, data.Validation, data.Encoding, settings.BatchSize, run.Precision);
            var summary = run.Recorder.Epoch(epoch, step, metrics, validation);
            run.OfferBest(summary);

            // [EarlyStop(2, MinDelta = 1e-3)]
            if (earlyStop.Update(validation.Loss))
            {
                stop = StopReason.EarlyStopped;
            }

            epoch++;
            run.Checkpoint(epoch, step, stop);
        }

        return run.Finish(
            stop ?? StopReason.Completed,
            split => Evaluate(model, split, data.Encoding, settings.BatchSize, run.Precision),
            batch => BatchLoss(model, batch, settings));
    }

    private static Tensor BatchLoss(WindowModel model, Batch batch, WindowModel.Hyperparameters settings)
    {
        var output = model.call(batch.Input);
        var (sum, weight) = Loss(output, batch.Target);
        return sum / weight;
    }

    private static MetricSet Metrics() => new(new Accuracy());

    private static Evaluation Evaluate(WindowModel model, DataSet? split, InputEncoding encoding, int batchSize, MixedPrecision precision)
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

        // [Amp]
        using var autocast = Autocast.On(precision);

        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var output = model.call(batch.Input);
            var (sum, weight) = Loss(output, batch.Target);
            losses.Add(sum, weight);
            metrics.Add(output, batch.Target);
        }

        return Evaluation.Of(losses, metrics);
    }

    private static double Lr(long step, WindowModel.Hyperparameters settings, long stepsPerEpoch)
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
