using TorchSharp;
using TrainSdk.Optim.Kernels;
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
    private readonly SgdState[] _states =
        [.. ParameterGroup.Of(parameters).Select(group => new SgdState(group, hasMomentum: momentum != 0))];

    /// <inheritdoc/>
    public double Lr { get; set; }

    internal IReadOnlyList<SgdState> States => _states;

    /// <inheritdoc/>
    public void Step(Tensor skipIf)
    {
        using var _ = torch.no_grad();
        var numbers = new SgdNumbers(Lr, momentum, nesterov, weightDecay);
        foreach (var state in _states)
        {
            using var guard = new StepGuard(skipIf, state.Constants);
            if (!guard.Skips)
            {
                state.Group.Kernels.Sgd(state, numbers, guard);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var state in _states)
        {
            state.Dispose();
        }
    }
}
