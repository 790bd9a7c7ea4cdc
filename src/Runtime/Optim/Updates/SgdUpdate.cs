using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>
/// Stochastic gradient descent. The first gradient enters the momentum whole and every later one dampened. Without dampening all enter
/// alike, so that a momentum which starts from zero needs no count of steps, and libtorch's kernel can do the step.
/// </summary>
internal sealed class SgdUpdate(double momentum, double dampening, bool nesterov) : Update
{
    private const string Text = """
        def sgd_dampened(parameters: List[Tensor], gradients: List[Tensor], momenta: List[Tensor], shares: List[Tensor],
                         lr: float, weight_decay: float, momentum: float):
            slopes = decay(parameters, gradients, lr, weight_decay, False)
            torch._foreach_mul_(momenta, momentum)
            torch._foreach_add_(momenta, torch._foreach_mul(slopes, shares))
            torch._foreach_add_(parameters, momenta, alpha=-lr)
        """;

    private readonly bool _isDampened = momentum != 0 && dampening != 0;

    /// <inheritdoc/>
    public override IReadOnlyList<Kept> Buffers { get; } = [new("momentum_buffer", IsNeeded: momentum != 0)];

    /// <inheritdoc/>
    public override bool CountsSteps => _isDampened;

    /// <inheritdoc/>
    public override FusedKernel? Fused { get; } = momentum != 0 && dampening != 0 ? null : new SgdKernel(momentum, nesterov);

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("sgd_dampened", Text, [momentum]);

    /// <inheritdoc/>
    public override Tensor[] Coefficients(UpdateState state, in StepRates rates) =>
        _isDampened ? [1 - (state.Steps.gt(1).to(ScalarType.Float64) * dampening)] : [];

    /// <inheritdoc/>
    public override void Apply(in ParameterSlice slice, in StepRates rates)
    {
        var slope = slice.Decay(rates, isDecoupled: false);
        if (momentum != 0)
        {
            var momenta = slice.Buffer(0).mul_(momentum).add_(_isDampened ? slope * slice.Coefficients[0] : slope);
            slope = nesterov ? slope.add(momenta, alpha: momentum) : momenta;
        }
        slice.Weight.add_(slope, alpha: -rates.Lr);
    }
}
