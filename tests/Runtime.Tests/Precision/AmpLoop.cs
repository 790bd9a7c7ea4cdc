using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>The loop that the generator writes for <c>[Amp]</c> and <c>[ClipGradNorm]</c>, with places where a test reaches in.</summary>
internal sealed class AmpLoop
{
    public Func<MixedPrecision, GradScaler> Scaler { get; init; } = static precision => new GradScaler(precision);

    /// <summary>Called with the step once its gradients are there, still scaled.</summary>
    public Action<long, nn.Module>? OnGradients { get; init; }

    /// <summary>A step at which the optimizer is not called at all.</summary>
    public long? LeftOut { get; init; }

    /// <summary>Weights and buffers after each step, as bits.</summary>
    public List<string> Bits { get; } = [];

    /// <summary>The loss's factor after each step.</summary>
    public List<double> Scales { get; } = [];

    public FitResult<TModel> Fit<TModel>(TModel model, DataSplits data, SmallSettings settings, RunOptions options)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
    {
        using var run = TrainingRun.Start(SmallLoop.Describe<TModel>(SmallSettings.AmpTable), model, false, settings, data, options);
        using var optimizer = new AdamW(run.Parameters);
        using var scaler = Scaler(run.Precision);
        using var metrics = new MetricSet(new Accuracy());
        StopReason? stop = null;
        var step = 0L;
        for (var epoch = 0; epoch < settings.Epochs && stop is null; epoch++)
        {
            model.train();
            foreach (var batch in run.Batches.Epoch(epoch))
            {
                using var scope = NewDisposeScope();
                Randomness.At(settings.Seed, step);
                optimizer.Lr = settings.Lr;
                Tensor output, loss;
                using (Autocast.On(run.Precision))
                {
                    output = model.call(batch.Input);
                    loss = cross_entropy(output, batch.Target);
                }
                scaler.Scale(loss).backward();
                OnGradients?.Invoke(step, model);
                scaler.Unscale(run.Gradients);
                var norm = run.Gradients.ClipNorm(1.0);
                if (step != LeftOut)
                {
                    optimizer.Step(skipIf: norm.IsNotFinite);
                }
                scaler.Update(norm.IsNotFinite);
                run.Gradients.Clear();
                metrics.Add(output, batch.Target);
                run.Recorder.Step(step, epoch, optimizer.Lr, loss, batch.Count, norm);
                step++;
                Bits.Add(string.Join(' ', model.state_dict().Values.Select(static tensor => Convert.ToHexString(tensor.bytes))));
                Scales.Add(scaler.ReadScale());
            }
            run.Recorder.TrainingDone();
            var summary = run.Recorder.Epoch(epoch, step, metrics, Evaluate(data.Validation));
            run.OfferBest(summary);
            if (summary.FirstBadStep is not null)
            {
                stop = StopReason.Diverged;
            }
        }
        return run.Finish(stop ?? StopReason.Completed, Evaluate);

        Evaluation Evaluate(DataSet? split)
        {
            using (Autocast.On(run.Precision))
            {
                return SmallLoop.Evaluate(model, split, data.Encoding, settings.BatchSize);
            }
        }
    }
}
