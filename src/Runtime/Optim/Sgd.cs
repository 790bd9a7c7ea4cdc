using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Stochastic gradient descent with momentum and an L2 term as weight decay, PyTorch's semantics.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="momentum">Share of the last update kept, 0 to below 1.</param>
/// <param name="nesterov">Looks ahead along the momentum.</param>
/// <param name="weightDecay">L2 factor added to the gradient, 0 or more.</param>
/// <param name="dampening">
/// Share of each gradient after the first that does not enter the momentum, 0 to below 1; 0 with <paramref name="nesterov"/>.
/// </param>
public sealed class Sgd(
    TrainableParameters parameters,
    double momentum = 0.9,
    bool nesterov = false,
    double weightDecay = 1e-4,
    double dampening = 0) : IOptimizer
{
    private readonly GroupStepper _stepper = new(parameters, new SgdUpdate(momentum, dampening, nesterov), weightDecay);

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
