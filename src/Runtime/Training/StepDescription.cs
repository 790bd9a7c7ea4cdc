using TrainSdk.Data;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>What one optimizer step of a generated loop is made of, for what tries steps out before a run.</summary>
/// <typeparam name="TModel">The model class.</typeparam>
/// <typeparam name="TSettings">Its generated <c>Hyperparameters</c>.</typeparam>
public sealed record StepDescription<TModel, TSettings>
{
    /// <summary>Makes the optimizer of a model for its trained parameters, with the groups that they are in.</summary>
    public required Func<TModel, TrainableParameters, TSettings, IOptimizer> Optimizer { get; init; }

    /// <summary>Measures the gradients, and clips them where the loop does.</summary>
    public required Func<Gradients, TSettings, GradientNorm> Norm { get; init; }

    /// <summary>The loss that training descends, a scalar: of a batch, at the optimizer step from 0.</summary>
    public required Func<TModel, Batch, TSettings, long, Tensor> Loss { get; init; }
}
