using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Generated.Tests.Models;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>What the generator should write for <see cref="TemplateModel"/>, by hand.</summary>
internal static class TemplateLoop
{
    public static FitResult<TemplateModel> Fit(
        TemplateModel model, bool isExternal, DataSplits data, TemplateModel.Hyperparameters settings, RunOptions options, CancellationToken cancel)
    {
        using var run = TrainingRun.Start(TemplateModel.Training.Description, model, isExternal, settings, data, options);
        using var metrics = Metrics();
        run.Keep("Metrics", metrics);

        // [AdamW(WeightDecay = 1e-4)]
        using var optimizer = new AdamW(
            run.Parameters, settings.WeightDecay, settings.Beta1, settings.Beta2, settings.Eps);
        run.Keep("AdamW", optimizer);

        // [Amp]
        using var scaler = new GradScaler(run.Precision);
        run.Keep("Amp", scaler);

        // [EarlyStop(10)]
        var earlyStop = new EarlyStopping(settings.EarlyStop, settings.EarlyStopMinDelta);
        run.Keep("EarlyStop", earlyStop);

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
                optimizer.Lr = Lr(step, settings, run.StepsPerEpoch);

                run.Watch.Forward();
                Tensor output, loss;

                // [Amp]
                using (Autocast.On(run.Precision))
                {
                    output = model.call(batch.Input);

                    // [LabelSmoothing(0.1)]
                    loss = cross_entropy(output, batch.Target, label_smoothing: settings.LabelSmoothing);
                }

                run.Watch.Backward();

                // [Amp]
                scaler.Scale(loss).backward();
                scaler.Unscale(run.Gradients);

                run.Watch.Update();

                // [ClipGradNorm(1.0)]
                var norm = run.Gradients.ClipNorm(settings.ClipGradNorm);
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Buffers.Keep(unless: norm.IsNotFinite);
                run.Gradients.Clear();

                // [Amp]
                scaler.Update(norm.IsNotFinite);

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
            var validation = Evaluate(model, data.Validation, data.Encoding, settings.BatchSize, run.Precision);
            var summary = run.Recorder.Epoch(epoch, step, metrics, validation);
            run.OfferBest(summary);

            // [EarlyStop(10)]
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

    private static Tensor BatchLoss(TemplateModel model, Batch batch, TemplateModel.Hyperparameters settings)
    {
        var output = model.call(batch.Input);

        // [LabelSmoothing(0.1)]
        return cross_entropy(output, batch.Target, label_smoothing: settings.LabelSmoothing);
    }

    private static MetricSet Metrics() => new(new Accuracy());

    private static Evaluation Evaluate(TemplateModel model, DataSet? split, InputEncoding encoding, int batchSize, MixedPrecision precision)
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
            losses.Add(cross_entropy(output, batch.Target), batch.Count);
            metrics.Add(output, batch.Target);
        }

        return Evaluation.Of(losses, metrics);
    }

    private static double Lr(long step, TemplateModel.Hyperparameters settings, long stepsPerEpoch)
    {
        var totalSteps = settings.Epochs * stepsPerEpoch;

        // [Warmup(1)]
        var warmupSteps = Math.Min(settings.Warmup.ToSteps(stepsPerEpoch, totalSteps), totalSteps);
        if (step < warmupSteps)
        {
            return settings.Lr * WarmupCurve.At(step, warmupSteps);
        }

        // [Cosine]
        return CosineCurve.At(
            settings.Lr, settings.CosineMinLr, ScheduleProgress.Of(step, warmupSteps, totalSteps));
    }
}
