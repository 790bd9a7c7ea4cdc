using TrainSdk.Optim.Kernels;

namespace TrainSdk.Optim.Updates;

/// <summary>libtorch's kernel of stochastic gradient descent, without dampening.</summary>
internal sealed class SgdKernel(double momentum, bool nesterov) : FusedKernel
{
    private const string Text = """
        def sgd(parameters: List[Tensor], gradients: List[Tensor], momenta: List[Tensor],
                lr: float, weight_decay: float, momentum: float, nesterov: bool, found_inf: Tensor):
            torch._fused_sgd_(parameters, gradients, momenta, weight_decay=weight_decay, momentum=momentum, lr=lr, dampening=0.0,
                              nesterov=nesterov, maximize=False, is_first_step=False, found_inf=found_inf)
        """;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Operator => "aten::_fused_sgd_"u8;

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("sgd", Text, [momentum, nesterov]);

    /// <inheritdoc/>
    public override void Push(ref AbiArguments arguments, UpdateState state, in StepRates rates)
    {
        arguments.Each(state.Buffers[0]);
        arguments.Number(rates.WeightDecay);
        arguments.Number(momentum);
        arguments.Number(rates.Lr);
        arguments.Number(0);
        arguments.Flag(nesterov);
        arguments.Flag(false);
        arguments.Flag(false);
    }
}
