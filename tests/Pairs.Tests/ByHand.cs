using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Augmentation;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>The loop by hand, over the runtime's mechanisms, each of which has tests of its own: what is compared is how they are put together.</summary>
internal static class ByHand
{
    /// <summary>The trained model with its best weights, and the validation losses.</summary>
    public static (nn.Module Model, double[] Losses) Fit<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, Recipe recipe, DataSplits data)
        where TModel : nn.Module<Tensor, Tensor>, ITrainedModel
        where TSettings : class, new()
    {
        var model = description.Build(new TSettings());
        if (recipe.IsPretrained)
        {
            StartWeights.CopyInto(model);
        }
        var parameters = TrainableParameters.Of(model);
        using var gradients = new Gradients(parameters);
        using var optimizer = recipe.Optimizer(recipe.Group(parameters));
        data = new DataSplits(data.Train, data.Validation, data.Test, recipe.Encode(data.Encoding));
        using var batches = BatchLoader.Shuffled(data.Train, data.Encoding, Recipe.BatchSize, seed: 0, parameters.Placement);
        foreach (var augmentation in recipe.Augmentations)
        {
            batches.Augment(augmentation);
        }
        var mixing = new BatchMixing(seed: 0, recipe.MixUp, recipe.CutMix);
        var earlyStop = recipe.EarlyStop?.Invoke();
        var plateau = recipe.Plateau?.Invoke(recipe.BaseRate);
        var stepsPerEpoch = (batches.BatchesPerEpoch + recipe.Accumulate - 1) / recipe.Accumulate;

        var (best, average) = (new BestByHand(model), new AverageByHand(model));
        BatchNorm[] learning = [];
        var losses = new List<double>();
        var (step, stop) = (0L, false);
        for (var epoch = 0; epoch < Recipe.Epochs && !stop; epoch++)
        {
            Learn(model, recipe, epoch);
            var (seen, window) = (0, new WindowByHand());
            foreach (var batch in batches.Epoch(epoch))
            {
                using var scope = NewDisposeScope();
                var position = seen++ % recipe.Accumulate;
                Randomness.At(0, step, position);
                optimizer.Lr = recipe.RateAt(step, stepsPerEpoch) * (plateau?.Factor ?? 1);
                (Tensor, Tensor?) loss;
                using (Autocast.On(recipe.Precision))
                {
                    loss = LossOf(model, recipe, batch, mixing, step, position);
                }
                window.Backward(loss, batch.Count);
                if (position < recipe.Accumulate - 1 && seen < batches.BatchesPerEpoch)
                {
                    continue;
                }
                window.Average(parameters);
                var norm = recipe.Norm(gradients);
                optimizer.Step(norm.IsNotFinite);
                gradients.Clear();
                if (recipe.Ema > 0)
                {
                    average.Add(1 - Math.Min(recipe.Ema, (1.0 + average.Count) / (10.0 + average.Count)));
                }
                step++;
                if (recipe.ValidateEverySteps > 0 && step % recipe.ValidateEverySteps == 0 && step < (epoch + 1) * stepsPerEpoch)
                {
                    Validate();
                    if (stop)
                    {
                        break;
                    }
                    Learn(model, recipe, epoch);
                }
            }
            if (stop)
            {
                break;
            }
            if (recipe.IsSwa && epoch >= SwaByHand.Start)
            {
                average.Add(1.0 / (average.Count + 1));
                learning = [.. model.modules().OfType<BatchNorm>().Where(static norm => norm.training)];
            }
            losses.Add(Validate());
        }
        if (recipe.IsSwa && average.Count > 0)
        {
            SwaByHand.Finish(model, average, learning, batches, recipe, step);
        }
        else
        {
            best.Restore();
        }
        return (model, [.. losses]);

        double Validate()
        {
            if (recipe.Ema > 0)
            {
                average.Swap();
            }
            var loss = Loss(model, data, recipe);
            best.Offer(loss);
            if (recipe.Ema > 0)
            {
                average.Swap();
            }
            plateau?.Update(loss);
            stop = earlyStop?.Update(loss) == true;
            return loss;
        }
    }

    private static (Tensor, Tensor?) LossOf(
        nn.Module<Tensor, Tensor> model, Recipe recipe, Batch batch, BatchMixing mixing, long step, int position)
    {
        if (recipe.MixUp + recipe.CutMix == 0)
        {
            return recipe.Criterion(model.call(batch.Input), batch.Target, recipe.Smoothing);
        }
        var mixed = mixing.Apply(batch, step, position);
        var output = model.call(mixed.Input);
        return recipe.Criterion(output, mixed.TargetLike(output), recipe.Smoothing);
    }

    private static void Learn(nn.Module model, Recipe recipe, int epoch)
    {
        model.train();
        if (recipe.FrozenEpochs == 0)
        {
            return;
        }
        var isFrozen = epoch < recipe.FrozenEpochs;
        var backbone = model.named_children().Single(static child => child.name == "backbone").module;
        backbone.train(!isFrozen);
        foreach (var parameter in backbone.parameters())
        {
            parameter.requires_grad = !isFrozen;
        }
    }

    private static double Loss(nn.Module<Tensor, Tensor> model, DataSplits data, Recipe recipe)
    {
        model.eval();
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(data.Validation!, data.Encoding, Recipe.BatchSize, Placement.Of(model));
        using var autocast = Autocast.On(recipe.Precision);
        var (sum, count) = (0.0, 0.0);
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var (loss, weight) = recipe.Criterion(model.call(batch.Input), batch.Target, 0);
            sum += loss.ToDouble() * (weight is null ? batch.Count : 1);
            count += weight?.ToDouble() ?? batch.Count;
        }
        return sum / count;
    }
}
