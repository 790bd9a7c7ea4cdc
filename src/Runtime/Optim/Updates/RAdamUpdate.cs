using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>
/// RAdam: Adam whose first steps, in which the squares' running mean still varies too much, go along the momentum alone; later steps are
/// rectified for that variance.
/// </summary>
internal sealed class RAdamUpdate(double beta1, double beta2, double eps, bool isDecoupled) : Update
{
    private const string Text = """
        def radam(parameters: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor],
                  adaptive_rates: List[Tensor], plain_rates: List[Tensor],
                  lr: float, weight_decay: float, beta1: float, beta2: float, eps: float, decoupled: bool):
            slopes = decay(parameters, gradients, lr, weight_decay, decoupled)
            torch._foreach_lerp_(first, slopes, 1 - beta1)
            average_squares(second, slopes, beta2)
            factors = torch._foreach_sqrt(second)
            torch._foreach_add_(factors, eps)
            torch._foreach_reciprocal_(factors)
            torch._foreach_mul_(factors, adaptive_rates)
            torch._foreach_add_(factors, plain_rates)
            torch._foreach_mul_(factors, first)
            torch._foreach_sub_(parameters, factors)
        """;

    // Length of the running mean from which its variance can be told (Liu et al., 2020; 5 as in PyTorch).
    private const double LeastLength = 5;

    /// <inheritdoc/>
    public override IReadOnlyList<Kept> Buffers { get; } = [new("exp_avg"), new("exp_avg_sq")];

    /// <inheritdoc/>
    public override bool CountsSteps => true;

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("radam", Text, [beta1, beta2, eps, isDecoupled]);

    /// <inheritdoc/>
    public override Tensor[] Coefficients(UpdateState state, in StepRates rates)
    {
        var steps = state.Steps.to(ScalarType.Float64);
        var longest = (2 / (1 - beta2)) - 1;
        var decayed = torch.pow(beta2, steps);
        var length = longest - (2 * steps * decayed / (1 - decayed));
        var rectified = (((length - 4) * (length - 2)) * (longest / ((longest - 4) * (longest - 2))) / length * (1 - decayed)).sqrt_();
        var rate = rates.Lr / (1 - torch.pow(beta1, steps));
        var isLong = length.gt(LeastLength);
        return [torch.where(isLong, rate * rectified, torch.zeros_like(rate)), torch.where(isLong, torch.zeros_like(rate), rate)];
    }

    /// <inheritdoc/>
    public override void Apply(in ParameterSlice slice, in StepRates rates)
    {
        var slope = slice.Decay(rates, isDecoupled);
        var first = slice.Buffer(0).lerp_(slope, 1 - beta1);
        var second = slice.Buffer(1).mul_(beta2).addcmul_(slope, slope, 1 - beta2);
        var factor = second.sqrt().add_(eps).reciprocal_().mul_(slice.Coefficients[0]).add_(slice.Coefficients[1]);
        slice.Weight.sub_(factor.mul_(first));
    }
}
