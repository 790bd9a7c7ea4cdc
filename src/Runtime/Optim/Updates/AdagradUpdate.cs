using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>Adagrad: the gradient over the root of the sum of all squared gradients so far.</summary>
internal sealed class AdagradUpdate(double lrDecay, double initialSum, double eps) : Update
{
    private const string Text = """
        def adagrad_foreach(parameters: List[Tensor], gradients: List[Tensor], sums: List[Tensor], rates: List[Tensor],
                            lr: float, weight_decay: float, eps: float):
            slopes = decay(parameters, gradients, lr, weight_decay, False)
            torch._foreach_addcmul_(sums, slopes, slopes, 1)
            roots = torch._foreach_sqrt(sums)
            torch._foreach_add_(roots, eps)
            moves = torch._foreach_mul(slopes, rates)
            torch._foreach_div_(moves, roots)
            torch._foreach_sub_(parameters, moves)
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<Kept> Buffers { get; } = [new("sum", initialSum)];

    /// <inheritdoc/>
    public override bool CountsSteps => true;

    /// <inheritdoc/>
    public override FusedKernel Fused { get; } = new AdagradKernel(lrDecay, eps);

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("adagrad_foreach", Text, [eps]);

    /// <inheritdoc/>
    public override Tensor[] Coefficients(UpdateState state, in StepRates rates) =>
        [rates.Lr / (1 + ((state.Steps.to(ScalarType.Float64) - 1) * lrDecay))];

    /// <inheritdoc/>
    public override void Apply(in ParameterSlice slice, in StepRates rates)
    {
        var slope = slice.Decay(rates, isDecoupled: false);
        var sum = slice.Buffer(0).addcmul_(slope, slope, 1);
        slice.Weight.sub_((slope * slice.Coefficients[0]).div_(sum.sqrt().add_(eps)));
    }
}
