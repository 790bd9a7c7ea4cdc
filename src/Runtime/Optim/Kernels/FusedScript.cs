using TorchSharp;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>A fused kernel, called through TorchScript.</summary>
internal sealed class FusedScript(UpdateScript script) : IUpdateKernel
{
    private readonly jit.CompilationUnit _unit = jit.compile(script.Text + "\n");

    /// <inheritdoc/>
    public void Step(UpdateState state, in StepRates rates, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var group = state.Group;
        if (LaidOutGradients(group) is not { Length: > 0 } gradients)
        {
            return;
        }
        state.Advance(guard);
        object[] steps = state.Update.CountsSteps ? [group.PresentOf(state.StepOf)] : [];
        _unit.Call(
            script.Name,
            [
                group.PresentOf(group.Parameters), gradients, .. state.Buffers.Select(group.PresentOf), .. steps,
                rates.Lr, rates.WeightDecay, .. state.Update.Fused!.Script.Constants, guard.FoundInf,
            ]);
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
