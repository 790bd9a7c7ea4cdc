using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Fused kernels through TorchScript, for where libtorch's C interface cannot be had. An error in a script may end the process, so the
/// text is this constant, and each of its functions has a test.
/// </summary>
internal sealed class ScriptKernels : IKernels
{
    private const string Script = """
        def norm(gradients: List[Tensor]) -> Tensor:
            return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gradients)))

        def multiply(gradients: List[Tensor], factor: Tensor):
            torch._foreach_mul_(gradients, factor)

        def adam(parameters: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], steps: List[Tensor],
                 lr: float, beta1: float, beta2: float, weight_decay: float, eps: float, found_inf: Tensor):
            torch._fused_adam_(parameters, gradients, first, second, [], steps, lr=lr, beta1=beta1, beta2=beta2,
                               weight_decay=weight_decay, eps=eps, amsgrad=False, maximize=False, found_inf=found_inf)

        def adamw(parameters: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], steps: List[Tensor],
                  lr: float, beta1: float, beta2: float, weight_decay: float, eps: float, found_inf: Tensor):
            torch._fused_adamw_(parameters, gradients, first, second, [], steps, lr=lr, beta1=beta1, beta2=beta2,
                                weight_decay=weight_decay, eps=eps, amsgrad=False, maximize=False, found_inf=found_inf)

        def sgd(parameters: List[Tensor], gradients: List[Tensor], momenta: List[Tensor],
                lr: float, momentum: float, nesterov: bool, weight_decay: float, found_inf: Tensor):
            torch._fused_sgd_(parameters, gradients, momenta, weight_decay=weight_decay, momentum=momentum, lr=lr, dampening=0.0,
                              nesterov=nesterov, maximize=False, is_first_step=False, found_inf=found_inf)

        """;

    private readonly jit.CompilationUnit _unit = jit.compile(Script);

    /// <inheritdoc/>
    public Tensor? Norm(ParameterGroup group)
    {
        using var scope = torch.NewDisposeScope();
        var gradients = group.TakeGradients();
        return gradients.Length == 0 ? null : _unit.invoke<Tensor>("norm", [gradients]).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Multiply(ParameterGroup group, Tensor factor)
    {
        using var scope = torch.NewDisposeScope();
        if (group.TakeGradients() is { Length: > 0 } gradients)
        {
            _unit.invoke("multiply", gradients, factor);
        }
    }

    /// <inheritdoc/>
    public void Adam(AdamState state, in AdamNumbers numbers, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var group = state.Group;
        if (LaidOutGradients(group) is { Length: > 0 } gradients)
        {
            state.Advance(guard);
            _unit.invoke(
                numbers.IsDecoupled ? "adamw" : "adam",
                group.PresentOf(group.Parameters), gradients, group.PresentOf(state.FirstMoments), group.PresentOf(state.SecondMoments),
                group.PresentOf(state.StepOf), numbers.Lr, numbers.Beta1, numbers.Beta2, numbers.WeightDecay, numbers.Eps, guard.FoundInf);
        }
    }

    /// <inheritdoc/>
    public void Sgd(SgdState state, in SgdNumbers numbers, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var group = state.Group;
        if (LaidOutGradients(group) is { Length: > 0 } gradients)
        {
            _unit.invoke(
                "sgd",
                group.PresentOf(group.Parameters), gradients, state.Momentum.Length == 0 ? [] : group.PresentOf(state.Momentum),
                numbers.Lr, numbers.Momentum, numbers.IsNesterov, numbers.WeightDecay, guard.FoundInf);
        }
    }

    private static Tensor[] LaidOutGradients(ParameterGroup group)
    {
        var gradients = group.TakeGradients();
        for (var place = 0; place < gradients.Length; place++)
        {
            var index = group.Present[place];
            if (!group.Layouts[index].Matches(gradients[place].stride()))
            {
                group.LayOutGradient(index);
                gradients[place] = group.Parameters[index].grad!;
            }
        }
        return gradients;
    }
}
