using TrainSdk.Optim.Updates;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Adam (Kingma and Ba, 2015) with an L2 term as weight decay, PyTorch's semantics.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">L2 factor added to the gradient, 0 or more.</param>
/// <param name="beta1">Decay of the running mean of gradients, 0 to below 1.</param>
/// <param name="beta2">Decay of the running mean of squared gradients, 0 to below 1.</param>
/// <param name="eps">Added to the denominator, greater than 0.</param>
/// <param name="amsgrad">Divides by the largest running mean of squares so far (Reddi et al., 2018).</param>
public sealed class Adam(
    TrainableParameters parameters,
    double weightDecay = 0,
    double beta1 = 0.9,
    double beta2 = 0.999,
    double eps = 1e-8,
    bool amsgrad = false) : IOptimizer
{
    private readonly GroupStepper _stepper = new(parameters, new AdamUpdate(beta1, beta2, eps, amsgrad, isDecoupled: false), weightDecay);

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
