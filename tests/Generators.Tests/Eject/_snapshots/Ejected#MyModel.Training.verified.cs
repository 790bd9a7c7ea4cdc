#nullable enable

using System.Threading;
using TrainSdk;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using AdamW = TrainSdk.Optim.AdamW;

partial class MyModel
{
    /// <summary>How this model is trained.</summary>
    [TrainingLoop("0.1.0", "Hyperparams", "AdamW", "ClipGradNorm", "EarlyStop")]
    public static partial class Training
    {
        /// <summary>The training loop. The returned model holds the weights of its best epoch.</summary>
        /// <param name="model">The model to train; it is moved to the run's device.</param>
        /// <param name="isExternal">Whether the caller built it, so that the settings do not describe it.</param>
        /// <param name="data">The splits.</param>
        /// <param name="settings">The numbers to train with.</param>
        /// <param name="options">Facts about the machine and the caller.</param>
        /// <param name="cancel">Ends the run after the present step.</param>
        public static FitResult<MyModel> Fit(
            MyModel model, bool isExternal, DataSplits data, Hyperparameters settings, RunOptions options,
            CancellationToken cancel)
        {
            using var run = TrainingRun.Start(Description, model, isExternal, settings, data, options);
            using var metrics = Metrics();
            run.Keep("Metrics", metrics);

            // [AdamW]
            using var optimizer = new AdamW(
                run.Parameters, settings.WeightDecay, settings.Beta1, settings.Beta2, settings.Eps);
            run.Keep("AdamW", optimizer);

            // [EarlyStop(5)]
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
                    var output = model.call(batch.Input);
                    var loss = cross_entropy(output, batch.Target);
                    run.Watch.Backward();
                    loss.backward();

                    run.Watch.Update();

                    // [ClipGradNorm]
                    var norm = run.Gradients.ClipNorm(settings.ClipGradNorm);
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

                // [EarlyStop(5)]
                if (earlyStop.Update(validation.Loss))
                {
                    stop = StopReason.EarlyStopped;
                }

                epoch++;
                run.Checkpoint(epoch, step, stop);
            }

            return run.Finish(
                stop ?? StopReason.Completed,
                split => Evaluate(model, split, data.Encoding, settings.BatchSize),
                batch => BatchLoss(model, batch, settings));
        }

        /// <summary>
        /// Loss and metrics of a model over a whole split, in evaluation mode; <see cref="Evaluation.None"/> where
        /// there is no split.
        /// </summary>
        /// <param name="model">The model, on any device.</param>
        /// <param name="split">The samples.</param>
        /// <param name="encoding">How inputs become numbers for the model, as in training.</param>
        /// <param name="batchSize">Samples at a time; the result does not depend on it.</param>
        public static Evaluation Evaluate(
            MyModel model, DataSet? split, InputEncoding encoding, int batchSize)
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

        /// <summary>
        /// The loss that training descends, of one batch: a step that went wrong is computed again with it.
        /// </summary>
        /// <param name="model">The model, in training mode.</param>
        /// <param name="batch">The samples.</param>
        /// <param name="settings">The numbers to train with.</param>
        public static Tensor BatchLoss(MyModel model, Batch batch, Hyperparameters settings)
        {
            var output = model.call(batch.Input);
            return cross_entropy(output, batch.Target);
        }

        /// <summary>What is measured beside the loss; the first is the headline of records and reports.</summary>
        public static MetricSet Metrics() => new(new Accuracy());
    }
}
