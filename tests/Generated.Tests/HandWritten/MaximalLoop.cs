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

/// <summary>What the generator should write for <see cref="MaximalModel"/>, by hand.</summary>
internal static class MaximalLoop
{
    public static FitResult<MaximalModel> Fit(
        MaximalModel model, bool isExternal, DataSplits data, MaximalModel.Hyperparameters settings, RunOptions options, CancellationToken cancel)
    {
        using var run = TrainingRun.Start(MaximalModel.Training.Description, model, isExternal, settings, data, options);
        using var metrics = Metrics();
        run.Keep("Metrics", metrics);

        // [AdamW(WeightDecay = 0.01, ExcludeBiasAndNorm = true)] [ParamGroup("backbone", LrScale = 0.1)]
        var parameters = run.Parameters
            .ExcludeBiasAndNorm()
            .Group("backbone", settings.BackboneLrScale);

        // [AdamW(WeightDecay = 0.01, ExcludeBiasAndNorm = true)]
        using var optimizer = new AdamW(
            parameters, settings.WeightDecay, settings.Beta1, settings.Beta2, settings.Eps);
        run.Keep("AdamW", optimizer);

        // [Freeze("backbone", UntilEpoch = 1)]
        var frozenBackbone = new FrozenLayers(model, "backbone");

        // [ReduceLrOnPlateau(1, Factor = 0.5)]
        var plateau = new LrPlateau(
            ScaledLr(settings), settings.ReduceLrOnPlateau, settings.ReduceLrOnPlateauFactor,
            settings.ReduceLrOnPlateauThreshold, settings.ReduceLrOnPlateauThresholdMode,
            settings.ReduceLrOnPlateauCooldown, settings.ReduceLrOnPlateauMinLr);
        run.Keep("ReduceLrOnPlateau", plateau);

        // [Ema(0.9)]
        using var ema = new ExponentialAverage(model, settings.Ema, settings.EmaWarmup);
        run.Keep("Ema", ema);

        // [Amp]
        using var scaler = new GradScaler(run.Precision);
        run.Keep("Amp", scaler);

        // [EarlyStop(5, Monitor = typeof(F1))]
        var earlyStop = new EarlyStopping(settings.EarlyStop, settings.EarlyStopMinDelta);
        run.Keep("EarlyStop", earlyStop);

        var (epoch, step, stop) = run.Begin();
        while (epoch < settings.Epochs && stop is null)
        {
            model.train();

            // [Freeze("backbone", UntilEpoch = 1)]
            frozenBackbone.Hold(epoch < settings.FreezeBackbone);

            // [Accumulate(4)]
            foreach (var window in run.Batches.Windows(epoch, step, settings.Accumulate))
            {
                stop ??= run.MustStop(cancel);
                if (stop is not null)
                {
                    break;
                }

                using var scope = NewDisposeScope();

                // [ReduceLrOnPlateau(1, Factor = 0.5)]
                optimizer.Lr = Lr(step, settings, run.StepsPerEpoch) * plateau.Factor;

                foreach (var batch in window)
                {
                    using var batchScope = NewDisposeScope();
                    Randomness.At(settings.Seed, step, window.Position);

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

                    // [Accumulate(4)] [Amp]
                    scaler.Scale(window.Add(loss, batch.Count)).backward();

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

                // [Ema(0.9)]
                ema.Update();

                // [Amp]
                scaler.Update(norm.IsNotFinite);

                run.Recorder.Step(step, epoch, optimizer.Lr, window.Loss, window.Count, norm);
                step++;

                // [Validate(EverySteps = 3)]
                if (step % settings.ValidateEverySteps == 0 && step < (epoch + 1) * run.StepsPerEpoch)
                {
                    Validate(isEpochDone: false);
                    model.train();

                    // [Freeze("backbone", UntilEpoch = 1)]
                    frozenBackbone.Hold(epoch < settings.FreezeBackbone);
                }

                run.Checkpoint(epoch, step, stop);
            }

            stop ??= run.MustStop(cancel);
            if (stop is not null)
            {
                break;
            }

            Validate(isEpochDone: true);

            epoch++;
            run.Checkpoint(epoch, step, stop);
        }

        return run.Finish(
            stop ?? StopReason.Completed,
            split => Evaluate(model, split, data.Encoding, settings.BatchSize, run.Precision),
            batch => BatchLoss(model, batch, settings));

        // [Validate(EverySteps = 3)]
        void Validate(bool isEpochDone)
        {
            run.Recorder.TrainingDone();

            // [Ema(0.9)]
            ema.Swap();
            var validation = Evaluate(model, data.Validation, data.Encoding, settings.BatchSize, run.Precision);
            var summary = isEpochDone
                ? run.Recorder.Epoch(epoch, step, metrics, validation)
                : run.Recorder.Validation(epoch, step, validation);

            // [EarlyStop(5, Monitor = typeof(F1))]
            run.OfferBest(summary, validation.Of<F1>());

            // [Ema(0.9)]
            ema.Swap();

            // [ReduceLrOnPlateau(1, Factor = 0.5)]
            plateau.Update(validation.Loss);

            // [EarlyStop(5, Monitor = typeof(F1))]
            if (earlyStop.Update(validation.Of<F1>()))
            {
                stop = StopReason.EarlyStopped;
            }
        }
    }

    private static Evaluation Evaluate(MaximalModel model, DataSet? split, InputEncoding encoding, int batchSize, MixedPrecision precision)
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

    private static Tensor BatchLoss(MaximalModel model, Batch batch, MaximalModel.Hyperparameters settings)
    {
        var output = model.call(batch.Input);

        // [LabelSmoothing(0.1)]
        return cross_entropy(output, batch.Target, label_smoothing: settings.LabelSmoothing);
    }

    private static MetricSet Metrics() => new(new Accuracy(), new F1(), new TopK(3));

    private static double Lr(long step, MaximalModel.Hyperparameters settings, long stepsPerEpoch)
    {
        var totalSteps = settings.Epochs * stepsPerEpoch;

        // [Warmup(Fraction = 0.25)]
        var warmupSteps = Math.Min(settings.Warmup.ToSteps(stepsPerEpoch, totalSteps), totalSteps);
        if (step < warmupSteps)
        {
            return ScaledLr(settings) * WarmupCurve.At(step, warmupSteps);
        }

        // [Cosine(MinLr = 1e-4)]
        return CosineCurve.At(
            ScaledLr(settings), settings.CosineMinLr, ScheduleProgress.Of(step, warmupSteps, totalSteps));
    }

    private static double ScaledLr(MaximalModel.Hyperparameters settings) =>
        settings.Lr * Math.Sqrt((double)(settings.BatchSize * settings.Accumulate) / settings.ScaleLrBaseBatchSize);
}
