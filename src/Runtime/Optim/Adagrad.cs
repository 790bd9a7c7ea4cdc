using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Adagrad (Duchi et al., 2011), PyTorch's semantics.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">L2 factor added to the gradient, 0 or more.</param>
/// <param name="lrDecay">The learning rate of a parameter's step t, from 1, is divided by 1 + (t − 1) × this; 0 or more.</param>
/// <param name="initialSum">What the sums of squared gradients start from, 0 or more.</param>
/// <param name="eps">Added to the denominator, greater than 0.</param>
public sealed class Adagrad(
    TrainableParameters parameters, double weightDecay = 1e-4, double lrDecay = 0, double initialSum = 0, double eps = 1e-10) : IOptimizer
{
    private readonly GroupStepper _stepper = new(parameters, new AdagradUpdate(lrDecay, initialSum, eps), weightDecay);

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
