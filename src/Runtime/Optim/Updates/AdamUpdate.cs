using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>
/// Adam and AdamW: the gradient's running mean over the root of its squares' running mean, both corrected for their start.
/// </summary>
internal sealed class AdamUpdate(double beta1, double beta2, double eps, bool amsgrad, bool isDecoupled) : Update
{
    /// <inheritdoc/>
    public override IReadOnlyList<Kept> Buffers { get; } = [new("exp_avg"), new("exp_avg_sq"), new("max_exp_avg_sq", IsNeeded: amsgrad)];

    /// <inheritdoc/>
    public override bool CountsSteps => true;

    /// <inheritdoc/>
    public override FusedKernel Fused { get; } = new AdamKernel(beta1, beta2, eps, amsgrad, isDecoupled);

    /// <inheritdoc/>
    public override Tensor[] Coefficients(UpdateState state, in StepRates rates)
    {
        // In float64: float32 has too few digits for 1 - 0.999.
        var steps = state.Steps.to(ScalarType.Float64);
        return [rates.Lr / (1 - torch.pow(beta1, steps)), (1 - torch.pow(beta2, steps)).sqrt_()];
    }

    /// <inheritdoc/>
    public override void Apply(in ParameterSlice slice, in StepRates rates)
    {
        var (first, second, rate, correction) = (slice.Buffer(0), slice.Buffer(1), slice.Coefficients[0], slice.Coefficients[1]);
        var slope = slice.Decay(rates, isDecoupled);
        first.lerp_(slope, 1 - beta1);
        second.mul_(beta2).addcmul_(slope, slope, 1 - beta2);
        if (amsgrad)
        {
            slice.Buffer(2).copy_(torch.maximum(slice.Buffer(2), second));
            second = slice.Buffer(2);
        }
        slice.Weight.sub_(first.div(second.sqrt().div_(correction).add_(eps)).mul_(rate));
    }
}
