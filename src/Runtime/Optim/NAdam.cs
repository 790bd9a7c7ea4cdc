using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>
/// NAdam (Dozat, 2016): Adam with Nesterov's momentum, PyTorch's semantics since 2.0; earlier versions took one factor of the momentum
/// twice.
/// </summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">
/// L2 factor added to the gradient; with <paramref name="decoupled"/> the share of each weight taken away per step, times the learning
/// rate; 0 or more.
/// </param>
/// <param name="beta1">Decay of the running mean of gradients, 0 to below 1.</param>
/// <param name="beta2">Decay of the running mean of squared gradients, 0 to below 1.</param>
/// <param name="eps">Added to the denominator, greater than 0.</param>
/// <param name="momentumDecay">How fast the momentum's factor grows to <paramref name="beta1"/>, 0 or more.</param>
/// <param name="decoupled">Whether weights decay by themselves, as in AdamW.</param>
public sealed class NAdam(
    TrainableParameters parameters,
    double weightDecay = 1e-4,
    double beta1 = 0.9,
    double beta2 = 0.999,
    double eps = 1e-8,
    double momentumDecay = 4e-3,
    bool decoupled = false) : IOptimizer
{
    private readonly GroupStepper _stepper = new(parameters, new NAdamUpdate(beta1, beta2, eps, momentumDecay, decoupled), weightDecay);

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
