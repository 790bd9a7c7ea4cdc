using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Adam (Kingma and Ba, 2015) with an L2 term as weight decay, PyTorch's semantics.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">L2 factor added to the gradient, 0 or more.</param>
/// <param name="beta1">Decay of the running mean of gradients.</param>
/// <param name="beta2">Decay of the running mean of squared gradients.</param>
/// <param name="eps">Added to the denominator.</param>
public sealed class Adam(
    TrainableParameters parameters, double weightDecay = 0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8) : IOptimizer
{
    private readonly AdamUpdate _update = new(parameters);
    private readonly AdamNumbers _numbers = new(0, beta1, beta2, eps, weightDecay, IsDecoupled: false);

    /// <inheritdoc/>
    public double Lr { get; set; }

    internal IReadOnlyList<AdamState> States => _update.States;

    /// <inheritdoc/>
    public void Step(Tensor skipIf) => _update.Step(_numbers with { Lr = Lr }, skipIf);

    /// <inheritdoc/>
    public void Dispose() => _update.Dispose();
}
