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
    private const long ElementsAtOnce = 1 << 16;

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
        Tensor[][] coefficients = [.. state.Update.Coefficients(state, rates).Select(vector => group.PresentOf(vector.unbind()))];
        Tensor[][] live = [group.PresentOf(group.Parameters), .. state.Buffers.Select(group.PresentOf)];
        var drafts = Drafts.Of(live, guard);
        Tensor[][] lists = [drafts[0], gradients, .. drafts[1..], .. coefficients];
        foreach (var part in Parts(group))
        {
            object[] tensors = [.. lists.Select(list => list.Length == 0 ? list : list[part])];
            _unit.Call(script.Name, [.. tensors, rates.Lr, rates.WeightDecay, .. state.Update.Script!.Constants]);
        }
        Drafts.Keep(live, drafts, guard);
    }

    // A GPU takes all tensors at once. The CPU goes through them one after the other anyway, and is faster where what it has just written
    // is still in its cache and temporaries are small.
    private static IEnumerable<Range> Parts(ParameterGroup group)
    {
        var (start, elements) = (0, 0L);
        for (var place = 0; place < group.Present.Count; place++)
        {
            elements += group.Sizes[group.Present[place]];
            if (elements >= ElementsAtOnce && group.Device.type == DeviceType.CPU)
            {
                yield return start..(place + 1);
                (start, elements) = (place + 1, 0);
            }
        }
        if (start < group.Present.Count)
        {
            yield return start..group.Present.Count;
        }
    }
}
