using TorchSharp;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// An update over lists of tensors with libtorch's foreach operations, called through TorchScript. Where the host does not know whether the
/// step is left out, it is computed on copies, and a mask decides.
/// </summary>
internal sealed class ForeachScript(UpdateScript script) : IUpdateKernel
{
    private readonly jit.CompilationUnit _unit = jit.compile(UpdateScript.Shared + script.Text + "\n");

    /// <inheritdoc/>
    public void Step(UpdateState state, in StepRates rates, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var group = state.Group;
        if (group.TakeGradients() is not { Length: > 0 } gradients)
        {
            return;
        }
        state.Advance(guard);
        var coefficients = state.Update.Coefficients(state, rates).Select(vector => group.PresentOf(vector.unbind()));
        Tensor[][] live = [group.PresentOf(group.Parameters), .. state.Buffers.Select(group.PresentOf)];
        var drafts = Drafts.Of(live, guard);
        _unit.invoke(
            script.Name,
            [drafts[0], gradients, .. drafts[1..], .. coefficients, rates.Lr, rates.WeightDecay, .. state.Update.Script!.Constants]);
        Drafts.Keep(live, drafts, guard);
    }
}
