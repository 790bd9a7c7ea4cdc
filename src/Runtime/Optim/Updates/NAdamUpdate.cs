using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>
/// NAdam: Adam that looks ahead along its momentum, whose factor grows towards beta1 from step to step. The products of these factors
/// correct the means for their start.
/// </summary>
internal sealed class NAdamUpdate(double beta1, double beta2, double eps, double momentumDecay, bool isDecoupled) : Update
{
    private const string Text = """
        def nadam(parameters: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor],
                  slope_rates: List[Tensor], momentum_rates: List[Tensor], corrections: List[Tensor],
                  lr: float, weight_decay: float, beta1: float, beta2: float, eps: float, decoupled: bool):
            slopes = decay(parameters, gradients, lr, weight_decay, decoupled)
            torch._foreach_lerp_(first, slopes, 1 - beta1)
            average_squares(second, slopes, beta2)
            roots = torch._foreach_sqrt(second)
            torch._foreach_div_(roots, corrections)
            torch._foreach_add_(roots, eps)
            moves = torch._foreach_mul(slopes, slope_rates)
            torch._foreach_add_(moves, torch._foreach_mul(first, momentum_rates))
            torch._foreach_div_(moves, roots)
            torch._foreach_sub_(parameters, moves)
        """;

    // The growth of the momentum's factor, as Dozat (2016) chose it.
    private const double Base = 0.96;

    /// <inheritdoc/>
    public override IReadOnlyList<Kept> Buffers { get; } = [new("exp_avg"), new("exp_avg_sq")];

    /// <summary>The product of the momentum's factors so far, and the step count that it stands for.</summary>
    public override IReadOnlyList<Kept> Scalars { get; } = [new("mu_product", 1), new("mu_product_step")];

    /// <inheritdoc/>
    public override bool CountsSteps => true;

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("nadam", Text, [beta1, beta2, eps, isDecoupled]);

    /// <inheritdoc/>
    public override Tensor[] Coefficients(UpdateState state, in StepRates rates)
    {
        var steps = state.Steps.to(ScalarType.Float64);
        var (product, counted) = (state.Scalars[0], state.Scalars[1]);
        var (factor, next) = (MomentumAt(steps), MomentumAt(steps + 1));

        // Only where the parameter has stepped: one without a gradient, or a step that is left out, keeps its product.
        product.copy_(torch.where(steps.gt(counted), product * factor, product));
        counted.copy_(steps);
        return
        [
            rates.Lr * (1 - factor) / (1 - product),
            rates.Lr * next / (1 - (product * next)),
            (1 - torch.pow(beta2, steps)).sqrt_(),
        ];
    }

    /// <inheritdoc/>
    public override void Apply(in ParameterSlice slice, in StepRates rates)
    {
        var slope = slice.Decay(rates, isDecoupled);
        var first = slice.Buffer(0).lerp_(slope, 1 - beta1);
        var second = slice.Buffer(1).mul_(beta2).addcmul_(slope, slope, 1 - beta2);
        var root = second.sqrt().div_(slice.Coefficients[2]).add_(eps);
        slice.Weight.sub_((slope * slice.Coefficients[0]).add_(first * slice.Coefficients[1]).div_(root));
    }

    private Tensor MomentumAt(Tensor steps) => beta1 * (1 - (0.5 * torch.pow(Base, steps * momentumDecay)));
}
