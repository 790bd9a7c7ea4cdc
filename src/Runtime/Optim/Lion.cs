using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Lion (Chen et al., 2023): a step of the same size for every weight, with decoupled weight decay.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">Share of each weight taken away per step, times the learning rate; 0 or more.</param>
/// <param name="beta1">Share of the momentum in the direction of a step, 0 to below 1.</param>
/// <param name="beta2">Decay of the momentum, 0 to below 1.</param>
public sealed class Lion(
    TrainableParameters parameters, double weightDecay = 1e-4, double beta1 = 0.9, double beta2 = 0.99) : IOptimizer
{
    private readonly GroupStepper _stepper = new(parameters, new LionUpdate(beta1, beta2), weightDecay);

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
