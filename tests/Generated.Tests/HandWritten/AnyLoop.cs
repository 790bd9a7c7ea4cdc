using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>The plain loop by hand, with its parts exchanged one at a time. The three target loops have everything in place.</summary>
internal static class AnyLoop
{
    public static FitResult<TModel> Fit<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, TSettings settings, int epochs, double constantLr, long seed, int batchSize, DataSplits data,
        RunOptions options, LoopParts parts)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var model = description.Build(settings);
        using var run = TrainingRun.Start(description, model, isExternal: false, settings, data, options);
        using var optimizer = parts.Optimizer(run.Parameters);
        using var metrics = parts.Metrics();

        parts.Weights?.Start(model);

        StopReason? stop = null;
        var step = 0L;
        for (var epoch = 0; epoch < epochs && stop is null; epoch++)
        {
            model.train();
            parts.Weights?.EpochStart(epoch);
            var (batches, firstCount, count) = (0, 0L, 0L);
            foreach (var batch in parts.Batches?.Invoke(epoch) ?? Epoch(run.Batches, epoch))
            {
                using var scope = NewDisposeScope();
                var position = batches++ % parts.Accumulate;
                Randomness.At(seed, step, position);
                optimizer.Lr = (parts.Lr?.Invoke(step, run.StepsPerEpoch) ?? constantLr) * (parts.Plateau?.Factor ?? 1);
                Tensor output, loss;
                Tensor? weight = null;
                using (Autocast.On(parts.Precision))
                {
                    var mixed = parts.Mixing?.Apply(batch, step, position);
                    output = model.call(mixed?.Input ?? batch.Input);
                    var target = mixed?.TargetLike(output) ?? batch.Target;
                    loss = parts.WeightedCriterion is null
                        ? (parts.TrainingLoss ?? parts.Criterion)(output, target)
                        : Divided(parts.WeightedCriterion(output, target), out weight);
                }
                (firstCount, count) = position == 0 ? (batch.Count, batch.Count) : (firstCount, count + batch.Count);
                loss.mul((double)batch.Count / firstCount).backward();
                if (position < parts.Accumulate - 1 && batches < run.Batches.BatchesPerEpoch)
                {
                    metrics?.Add(output, parts.MetricTarget(batch.Target));
                    continue;
                }
                Average(run.Parameters, (double)firstCount / count);
                var norm = parts.Norm(run.Gradients);
                optimizer.Step(skipIf: norm.IsNotFinite);
                run.Gradients.Clear();
                parts.Weights?.StepDone();
                metrics?.Add(output, parts.MetricTarget(batch.Target));
                if (weight is null)
                {
                    run.Recorder.Step(step, epoch, optimizer.Lr, loss, batch.Count, norm);
                }
                else
                {
                    run.Recorder.Step(step, epoch, optimizer.Lr, loss, weight, batch.Count, norm);
                }
                step++;
                if (parts.ValidateEverySteps is { } every && step % every == 0 && batches < run.Batches.BatchesPerEpoch)
                {
                    Validate(epoch, isWithin: true);
                    if (stop is not null)
                    {
                        break;
                    }
                    model.train();
                }
            }
            if (stop is not null)
            {
                break;
            }
            parts.Weights?.EpochTrained(epoch);
            Validate(epoch, isWithin: false);
        }
        Randomness.At(seed, step);
        if (parts.Weights?.Done(() => Inputs(run.Batches, epochs)) == true)
        {
            run.KeepFinal();
        }
        return run.Finish(stop ?? StopReason.Completed, split => Evaluate(model, split, data.Encoding, batchSize, parts));

        void Validate(int epoch, bool isWithin)
        {
            run.Recorder.TrainingDone();
            parts.Weights?.Swap();
            var validation = Evaluate(model, data.Validation, data.Encoding, batchSize, parts);
            var summary = isWithin ? run.Recorder.Validation(epoch, step, validation) : run.Recorder.Epoch(epoch, step, metrics, validation);
            run.OfferBest(summary, parts.Monitor(validation));
            parts.Weights?.Swap();
            parts.Plateau?.Update(parts.Monitor(validation));
            if (parts.EarlyStop?.Update(parts.Monitor(validation)) == true && epoch + 1 >= parts.EarlyStopMinEpochs)
            {
                stop = StopReason.EarlyStopped;
            }
        }
    }

    private static IEnumerable<Batch> Epoch(BatchLoader batches, int epoch)
    {
        foreach (var batch in batches.Epoch(epoch))
        {
            yield return batch;
        }
    }

    private static IEnumerable<Tensor> Inputs(BatchLoader batches, int epoch)
    {
        foreach (var batch in batches.Epoch(epoch))
        {
            yield return batch.Input;
        }
    }

    private static Tensor Divided((Tensor Sum, Tensor Weight) loss, out Tensor weight)
    {
        weight = loss.Weight;
        return loss.Sum / loss.Weight;
    }

    private static void Average(TrainableParameters parameters, double factor)
    {
        using var _ = no_grad();
        foreach (var parameter in parameters.Values)
        {
            parameter.grad?.mul_(factor);
        }
    }

    private static Evaluation Evaluate(nn.Module<Tensor, Tensor> model, DataSet? split, InputEncoding encoding, int batchSize, LoopParts parts)
    {
        if (split is null)
        {
            return Evaluation.None;
        }
        model.eval();
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(split, encoding, batchSize, Placement.Of(model));
        using var losses = new MeanLoss();
        using var metrics = parts.Metrics();
        using var autocast = Autocast.On(parts.Precision);
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var output = model.call(batch.Input);
            if (parts.WeightedCriterion is null)
            {
                losses.Add(parts.Criterion(output, batch.Target), batch.Count);
            }
            else
            {
                var (sum, weight) = parts.WeightedCriterion(output, batch.Target);
                losses.Add(sum, weight);
            }
            metrics?.Add(output, parts.MetricTarget(batch.Target));
        }
        return Evaluation.Of(losses, metrics);
    }
}
