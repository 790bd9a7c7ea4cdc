using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Stochastic gradient descent with momentum and an L2 term as weight decay, PyTorch's semantics.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="momentum">Share of the last update kept, 0 to below 1.</param>
/// <param name="nesterov">Looks ahead along the momentum.</param>
/// <param name="weightDecay">L2 factor added to the gradient, 0 or more.</param>
public sealed class Sgd(
    TrainableParameters parameters, double momentum = 0.9, bool nesterov = false, double weightDecay = 1e-4) : IOptimizer
{
    private readonly GuardedOptimizer _optimizer =
        new(torch.optim.SGD(parameters.Values, learningRate: 1e-3, momentum: momentum, nesterov: nesterov, weight_decay: weightDecay));

    /// <inheritdoc/>
    public double Lr { get => _optimizer.Lr; set => _optimizer.Lr = value; }

    /// <inheritdoc/>
    public void Step(Tensor skipIf) => _optimizer.Step(skipIf);

    /// <inheritdoc/>
    public void Dispose() => _optimizer.Dispose();
}
