using TrainSdk.Optim.Kernels;

namespace TrainSdk.Optim.Updates;

/// <summary>libtorch's kernels of Adam and AdamW.</summary>
internal sealed class AdamKernel(double beta1, double beta2, double eps, bool amsgrad, bool isDecoupled) : FusedKernel
{
    private const string Adam = """
        def adam(parameters: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], largest: List[Tensor],
                 steps: List[Tensor], lr: float, weight_decay: float, beta1: float, beta2: float, eps: float, amsgrad: bool,
                 found_inf: Tensor):
            torch._fused_adam_(parameters, gradients, first, second, largest, steps, lr=lr, beta1=beta1, beta2=beta2,
                               weight_decay=weight_decay, eps=eps, amsgrad=amsgrad, maximize=False, found_inf=found_inf)
        """;

    private const string AdamW = """
        def adamw(parameters: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], largest: List[Tensor],
                  steps: List[Tensor], lr: float, weight_decay: float, beta1: float, beta2: float, eps: float, amsgrad: bool,
                  found_inf: Tensor):
            torch._fused_adamw_(parameters, gradients, first, second, largest, steps, lr=lr, beta1=beta1, beta2=beta2,
                                weight_decay=weight_decay, eps=eps, amsgrad=amsgrad, maximize=False, found_inf=found_inf)
        """;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Operator => isDecoupled ? "aten::_fused_adamw_"u8 : "aten::_fused_adam_"u8;

    /// <inheritdoc/>
    public override UpdateScript Script { get; } =
        new(isDecoupled ? "adamw" : "adam", isDecoupled ? AdamW : Adam, [beta1, beta2, eps, amsgrad]);

    /// <inheritdoc/>
    public override void Push(ref AbiArguments arguments, UpdateState state, in StepRates rates)
    {
        arguments.Each(state.Buffers[0]);
        arguments.Each(state.Buffers[1]);
        arguments.Each(state.Buffers[2]);
        arguments.Each(state.StepOf);
        arguments.Number(rates.Lr);
        arguments.Number(beta1);
        arguments.Number(beta2);
        arguments.Number(rates.WeightDecay);
        arguments.Number(eps);
        arguments.Flag(amsgrad);
        arguments.Flag(false);
    }
}
