using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>AdamW (Loshchilov and Hutter, 2019): decoupled weight decay, PyTorch's semantics.</summary>
/// <param name="parameters">What to train, taken after the model was moved.</param>
/// <param name="weightDecay">Share of each weight taken away per step, times the learning rate; 0 or more.</param>
/// <param name="beta1">Decay of the running mean of gradients.</param>
/// <param name="beta2">Decay of the running mean of squared gradients.</param>
/// <param name="eps">Added to the denominator.</param>
public sealed class AdamW(
    TrainableParameters parameters, double weightDecay = 1e-4, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8) : IOptimizer
{
    private readonly AdamUpdate _update = new(parameters);
    private readonly AdamNumbers _numbers = new(0, beta1, beta2, eps, weightDecay, IsDecoupled: true);

    /// <inheritdoc/>
    public double Lr { get; set; }

    internal IReadOnlyList<AdamState> States => _update.States;

    /// <inheritdoc/>
    public void Step(Tensor skipIf) => _update.Step(_numbers with { Lr = Lr }, skipIf);

    /// <inheritdoc/>
    public void Dispose() => _update.Dispose();
}
