using TorchSharp;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>libtorch's kernel of Adagrad, which it has for the CPU alone.</summary>
internal sealed class AdagradKernel(double lrDecay, double eps) : FusedKernel
{
    private const string Text = """
        def adagrad(parameters: List[Tensor], gradients: List[Tensor], sums: List[Tensor], steps: List[Tensor],
                    lr: float, weight_decay: float, lr_decay: float, eps: float, found_inf: Tensor):
            torch._fused_adagrad_(parameters, gradients, sums, steps, lr=lr, lr_decay=lr_decay, weight_decay=weight_decay, eps=eps,
                                  maximize=False, found_inf=found_inf)
        """;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Operator => "aten::_fused_adagrad_"u8;

    /// <inheritdoc/>
    public override UpdateScript Script { get; } = new("adagrad", Text, [lrDecay, eps]);

    /// <inheritdoc/>
    public override bool RunsOn(Device device) => device.type == DeviceType.CPU;

    /// <inheritdoc/>
    public override void Push(ref AbiArguments arguments, UpdateState state, in StepRates rates)
    {
        arguments.Each(state.Buffers[0]);
        arguments.Each(state.StepOf);
        arguments.Number(rates.Lr);
        arguments.Number(lrDecay);
        arguments.Number(rates.WeightDecay);
        arguments.Number(eps);
        arguments.Flag(false);
    }
}
