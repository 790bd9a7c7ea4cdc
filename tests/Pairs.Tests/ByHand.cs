using TorchSharp;
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
        var parameters = TrainableParameters.Of(model);
        using var gradients = new Gradients(parameters);
        using var optimizer = recipe.Optimizer(recipe.Groups(parameters));
        using var batches = BatchLoader.Shuffled(data.Train, data.Encoding, Recipe.BatchSize, seed: 0, parameters.Placement);
        var earlyStop = recipe.EarlyStop?.Invoke();
        var stepsPerEpoch = (batches.BatchesPerEpoch + recipe.Accumulate - 1) / recipe.Accumulate;

        var best = new BestByHand(model);
        var step = 0L;
        var stop = false;
        for (var epoch = 0; epoch < Recipe.Epochs && !stop; epoch++)
        {
            model.train();
            var (seen, first, count) = (0, 0L, 0L);
            foreach (var batch in batches.Epoch(epoch))
            {
                using var scope = NewDisposeScope();
                var position = seen++ % recipe.Accumulate;
                (first, count) = position == 0 ? (batch.Count, batch.Count) : (first, count + batch.Count);
                Randomness.At(0, step, position);
                optimizer.Lr = recipe.RateAt(step, stepsPerEpoch);
                Tensor loss;
                using (Autocast.On(recipe.Precision))
                {
                    loss = (recipe.TrainingLoss ?? recipe.Criterion)(model.call(batch.Input), batch.Target);
                }
                (batch.Count == first ? loss : loss * ((double)batch.Count / first)).backward();
                if (position < recipe.Accumulate - 1 && seen < batches.BatchesPerEpoch)
                {
                    continue;
                }
                Average(parameters, (double)first / count);
                var norm = recipe.Norm(gradients);
                optimizer.Step(norm.IsNotFinite);
                gradients.Clear();
                step++;
            }
            var loss_ = Loss(model, data, recipe);
            best.Offer(loss_);
            stop = earlyStop?.Update(loss_) == true;
        }
        best.Restore();
        return (model, [.. best.Offered]);
    }

    private static void Average(TrainableParameters parameters, double factor)
    {
        using var _ = no_grad();
        foreach (var parameter in parameters.Values)
        {
            parameter.grad?.mul_(factor);
        }
    }

    private static double Loss(nn.Module<Tensor, Tensor> model, DataSplits data, Recipe recipe)
    {
        model.eval();
        using var inference = inference_mode();
        using var batches = BatchLoader.InOrder(data.Validation!, data.Encoding, Recipe.BatchSize, Placement.Of(model));
        using var autocast = Autocast.On(recipe.Precision);
        var (sum, count) = (0.0, 0L);
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            sum += recipe.Criterion(model.call(batch.Input), batch.Target).to(ScalarType.Float64).ToDouble() * batch.Count;
            count += batch.Count;
        }
        return sum / count;
    }
}
