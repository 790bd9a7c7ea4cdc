using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>RMSprop: the gradient over the root of its squares' running mean; centered, over its running standard deviation.</summary>
internal sealed class RmsPropUpdate(double alpha, double eps, double momentum, bool centered) : Update
{
    private const string Text = """
        def rmsprop(parameters: List[Tensor], gradients: List[Tensor], squares: List[Tensor], means: List[Tensor], momenta: List[Tensor],
                    lr: float, weight_decay: float, alpha: float, eps: float, momentum: float, centered: bool):
            slopes = decay(parameters, gradients, lr, weight_decay, False)
            average_squares(squares, slopes, alpha)
            if centered:
                torch._foreach_lerp_(means, slopes, 1 - alpha)
                roots = torch._foreach_addcmul(squares, means, means, -1)
                torch._foreach_sqrt_(roots)
            else:
                roots = torch._foreach_sqrt(squares)
            torch._foreach_add_(roots, eps)
            if momentum > 0.0:
                torch._foreach_mul_(momenta, momentum)
                torch._foreach_addcdiv_(momenta, slopes, roots, 1)
                torch._foreach_add_(parameters, momenta, alpha=-lr)
            else:
                torch._foreach_addcdiv_(parameters, slopes, roots, -lr)
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<Kept> Buffers { get; } =
    [
        new("square_avg"), new("grad_avg", IsNeeded: centered), new("momentum_buffer", IsNeeded: momentum > 0),
    ];

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("rmsprop", Text, [alpha, eps, momentum, centered]);

    /// <inheritdoc/>
    public override void Apply(in ParameterSlice slice, in StepRates rates)
    {
        var slope = slice.Decay(rates, isDecoupled: false);
        var root = slice.Buffer(0).mul_(alpha).addcmul_(slope, slope, 1 - alpha);
        if (centered)
        {
            var mean = slice.Buffer(1).lerp_(slope, 1 - alpha);
            root = root.addcmul(mean, mean, -1);
        }
        root = root.sqrt().add_(eps);
        if (momentum > 0)
        {
            slice.Weight.add_(slice.Buffer(2).mul_(momentum).addcdiv_(slope, root, 1), alpha: -rates.Lr);
        }
        else
        {
            slice.Weight.addcdiv_(slope, root, -rates.Lr);
        }
    }
}
