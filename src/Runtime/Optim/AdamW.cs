using TorchSharp;
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
    private readonly GuardedOptimizer _optimizer =
        new(torch.optim.AdamW(parameters.Values, beta1: beta1, beta2: beta2, eps: eps, weight_decay: weightDecay));

    /// <inheritdoc/>
    public double Lr { get => _optimizer.Lr; set => _optimizer.Lr = value; }

    /// <inheritdoc/>
    public void Step(Tensor skipIf) => _optimizer.Step(skipIf);

    /// <inheritdoc/>
    public void Dispose() => _optimizer.Dispose();
}
