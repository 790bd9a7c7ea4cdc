using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>The loop that the generator would write for a model over four numbers and three classes, for any model class.</summary>
internal static class SmallLoop
{
    public static ModelDescription<TModel, SmallSettings> Describe<TModel>(SettingTable<SmallSettings>? table = null)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel => new()
        {
            Name = typeof(TModel).Name,
            Settings = table ?? SmallSettings.Table,
            Lr = static (_, settings, _) => settings.Lr,
            Build = static _ => throw new NotSupportedException(),
            Train = static (_, _, _, _) => throw new NotSupportedException(),
            Evaluate = static (_, _, _, _, _) => throw new NotSupportedException(),
        };

    public static FitResult<TModel> Fit<TModel>(
        TModel model,
        DataSplits data,
        SmallSettings settings,
        RunOptions options,
        CancellationToken cancel = default,
        Action<long>? onStep = null,
        Func<Tensor, Tensor, Tensor>? criterion = null)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
    {
        criterion ??= static (output, target) => cross_entropy(output, target);
        using var run = TrainingRun.Start(Describe<TModel>(), model, false, settings, data, options);
        using var optimizer = new AdamW(run.Parameters);
        run.Keep("AdamW", optimizer);
        using var metrics = new MetricSet(new Accuracy());
        run.Keep("Metrics", metrics);
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
                var loss = criterion(output, batch.Target);
                run.Watch.Backward();
                loss.backward();
                run.Watch.Update();
                var norm = run.Gradients.ClipNorm(1.0);
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Buffers.Keep(unless: norm.IsNotFinite);
                run.Gradients.Clear();
                metrics.Add(output, batch.Target);
                run.Recorder.Step(step, epoch, optimizer.Lr, loss, batch.Count, norm);
                step++;
                run.Checkpoint(epoch, step, stop);
                onStep?.Invoke(step);
            }
            stop ??= run.MustStop(cancel);
            if (stop is not null)
            {
                break;
            }
            run.Recorder.TrainingDone();
            var summary = run.Recorder.Epoch(epoch, step, metrics, Evaluate(model, data.Validation, data.Encoding, settings.BatchSize));
            run.OfferBest(summary);
            if (summary.FirstBadStep is not null)
            {
                stop = StopReason.Diverged;
            }
            epoch++;
            run.Checkpoint(epoch, step, stop);
        }
        return run.Finish(
            stop ?? StopReason.Completed,
            split => Evaluate(model, split, data.Encoding, settings.BatchSize),
            batch => criterion(model.call(batch.Input), batch.Target));
    }

    public static Evaluation Evaluate<TModel>(TModel model, DataSet? split, InputEncoding encoding, int batchSize)
        where TModel : nn.Module<Tensor, Tensor>
    {
        if (split is null)
        {
            return Evaluation.None;
        }
        model.eval();
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(split, encoding, batchSize, Placement.Of(model));
        using var losses = new MeanLoss();
        using var metrics = new MetricSet(new Accuracy());
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
