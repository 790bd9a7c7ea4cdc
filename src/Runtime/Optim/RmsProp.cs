using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>RMSprop (Hinton, 2012; centered: Graves, 2013), PyTorch's semantics: eps is added after the root.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">L2 factor added to the gradient, 0 or more.</param>
/// <param name="alpha">Decay of the running mean of squared gradients, 0 to below 1.</param>
/// <param name="eps">Added to the denominator, greater than 0.</param>
/// <param name="momentum">Share of the last update kept, 0 to below 1.</param>
/// <param name="centered">Divides by the running standard deviation instead of the root mean square.</param>
public sealed class RmsProp(
    TrainableParameters parameters,
    double weightDecay = 1e-4,
    double alpha = 0.99,
    double eps = 1e-8,
    double momentum = 0,
    bool centered = false) : IOptimizer
{
    private readonly GroupStepper _stepper = new(parameters, new RmsPropUpdate(alpha, eps, momentum, centered), weightDecay);

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
