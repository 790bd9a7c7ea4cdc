using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Data;
using TrainSdk.Precision;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>Stochastic weight averaging from the third epoch on: the rate, the average, and BatchNorm's statistics for it.</summary>
internal static class SwaByHand
{
    public const int Start = 2;
    public const double Lr = 0.005;
    private const int AnnealEpochs = 2;

    /// <summary>The rate at a step, from the schedule's.</summary>
    public static double RateAt(Func<long, double> schedule, long step, long stepsPerEpoch)
    {
        var epochs = (step / stepsPerEpoch) - Start;
        if (epochs < 0)
        {
            return schedule(step);
        }
        var share = (1 - Math.Cos(Math.PI * Math.Min(1, (double)epochs / AnnealEpochs))) / 2;
        return (Lr * share) + (schedule(Start * stepsPerEpoch) * (1 - share));
    }

    /// <summary>Puts the average into the model, with the statistics of those BatchNorm layers that learned.</summary>
    public static void Finish(nn.Module<Tensor, Tensor> model, AverageByHand average, BatchNorm[] learning, BatchLoader batches, Recipe recipe, long step)
    {
        using var _ = no_grad();
        average.Swap();
        Randomness.At(0, step);
        model.train();
        foreach (var norm in model.modules().OfType<BatchNorm>())
        {
            norm.train(learning.Contains(norm));
        }
        foreach (var norm in learning)
        {
            norm.reset_running_stats();
            norm.momentum = null;
        }
        foreach (var batch in batches.Epoch(Recipe.Epochs))
        {
            using var scope = NewDisposeScope();
            using var autocast = Autocast.On(recipe.Precision);
            model.call(batch.Input);
        }
    }
}
