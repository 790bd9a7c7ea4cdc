using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>RAdam (Liu et al., 2020): Adam rectified for the variance of its first steps, PyTorch's semantics.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">
/// L2 factor added to the gradient; with <paramref name="decoupled"/> the share of each weight taken away per step, times the learning
/// rate; 0 or more.
/// </param>
/// <param name="beta1">Decay of the running mean of gradients, 0 to below 1.</param>
/// <param name="beta2">Decay of the running mean of squared gradients, 0 to below 1.</param>
/// <param name="eps">Added to the denominator, greater than 0.</param>
/// <param name="decoupled">Whether weights decay by themselves, as in AdamW.</param>
public sealed class RAdam(
    TrainableParameters parameters,
    double weightDecay = 1e-4,
    double beta1 = 0.9,
    double beta2 = 0.999,
    double eps = 1e-8,
    bool decoupled = false) : IOptimizer
{
    private readonly GroupStepper _stepper = new(parameters, new RAdamUpdate(beta1, beta2, eps, decoupled), weightDecay);

    /// <inheritdoc/>
    public double Lr { get; set; }

    internal IReadOnlyList<UpdateState> States => _stepper.States;

    /// <inheritdoc/>
    public void Step(Tensor skipIf) => _stepper.Step(Lr, skipIf);

    /// <inheritdoc/>
    public void Save(StateWriter state) => _stepper.Save(state);

    /// <inheritdoc/>
    public void Load(StateReader state) => _stepper.Load(state);

    /// <inheritdoc/>
    public void Dispose() => _stepper.Dispose();
}
