using TorchSharp;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Fused kernels through TorchScript, for where libtorch's C interface cannot be had. An error in a script may end the process, so the
/// text is this constant, and each of its functions has a test.
/// </summary>
internal sealed class ScriptKernels : IKernels
{
    private const string Script = """
        def norm(gradients: List[Tensor], order: float) -> Tensor:
            return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gradients, order)), order)

        def multiply(gradients: List[Tensor], factor: Tensor):
            torch._foreach_mul_(gradients, factor)

        def clamp(gradients: List[Tensor], bound: float):
            torch._foreach_clamp_min_(gradients, -bound)
            torch._foreach_clamp_max_(gradients, bound)

        def lerp(averages: List[Tensor], weights: List[Tensor], share: float):
            torch._foreach_lerp_(averages, weights, share)

        def copy(targets: List[Tensor], sources: List[Tensor]):
            torch._foreach_copy_(targets, sources)

        """;

    private readonly jit.CompilationUnit _unit = jit.compile(Script);
    private readonly ScriptedUpdates _updates = new();

    /// <inheritdoc/>
    public Tensor? Norm(ParameterGroup group, double order)
    {
        using var scope = torch.NewDisposeScope();
        var gradients = group.TakeGradients();
        return gradients.Length == 0 ? null : _unit.Ask("norm", gradients, order).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Multiply(ParameterGroup group, Tensor factor)
    {
        using var scope = torch.NewDisposeScope();
        if (group.TakeGradients() is { Length: > 0 } gradients)
        {
            _unit.Call("multiply", gradients, factor);
        }
    }

    /// <inheritdoc/>
    public void Clamp(ParameterGroup group, double bound)
    {
        using var scope = torch.NewDisposeScope();
        if (group.TakeGradients() is { Length: > 0 } gradients)
        {
            _unit.Call("clamp", gradients, bound);
        }
    }

    /// <inheritdoc/>
    public void Step(UpdateState state, in StepRates rates, in StepGuard guard) =>
        _updates.Of(state.Update, state.Group.Device).Step(state, rates, guard);

    /// <inheritdoc/>
    public void Lerp(LerpGroup group, double share) => _unit.Call("lerp", group.Averages, group.Weights, share);

    /// <inheritdoc/>
    public void Copy(Tensor[] targets, Tensor[] sources) => _unit.Call("copy", targets, sources);
}
