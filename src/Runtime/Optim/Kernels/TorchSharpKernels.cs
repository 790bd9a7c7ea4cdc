using TorchSharp;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// The same mathematics one parameter after the other with TorchSharp's operations, for where nothing fused can be had and for tensors
/// that fused kernels cannot walk.
/// </summary>
internal sealed class TorchSharpKernels : IKernels
{
    /// <inheritdoc/>
    public Tensor? Norm(ParameterGroup group, double order)
    {
        using var scope = torch.NewDisposeScope();
        Tensor[] norms = [.. group.TakeGradients().Select(gradient => torch.linalg.vector_norm(gradient, order))];
        return norms.Length == 0 ? null : torch.linalg.vector_norm(torch.stack(norms), order).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Multiply(ParameterGroup group, Tensor factor)
    {
        using var scope = torch.NewDisposeScope();
        foreach (var gradient in group.TakeGradients())
        {
            gradient.mul_(factor);
        }
    }

    /// <inheritdoc/>
    public void Clamp(ParameterGroup group, double bound)
    {
        using var scope = torch.NewDisposeScope();
        foreach (var gradient in group.TakeGradients())
        {
            gradient.clamp_(-bound, bound);
        }
    }

    /// <inheritdoc/>
    public void Step(UpdateState state, in StepRates rates, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var group = state.Group;
        var gradients = group.TakeGradients();
        state.Advance(guard);
        var coefficients = state.Update.Coefficients(state, rates);
        for (var place = 0; place < gradients.Length; place++)
        {
            using var temporaries = torch.NewDisposeScope();
            var index = group.Present[place];
            Tensor[][] live = [[group.Parameters[index]], .. state.BuffersOf(index)];
            var drafts = Drafts.Of(live, guard);
            Tensor[] own = [.. coefficients.Select(vector => vector[index])];
            state.Update.Apply(new ParameterSlice(drafts[0][0], gradients[place], drafts[1..], own), rates);
            Drafts.Keep(live, drafts, guard);
        }
    }

    /// <inheritdoc/>
    public void Lerp(LerpGroup group, double share)
    {
        for (var index = 0; index < group.Averages.Length; index++)
        {
            group.Averages[index].lerp_(group.Weights[index], share);
        }
    }

    /// <inheritdoc/>
    public void Copy(Tensor[] targets, Tensor[] sources)
    {
        for (var index = 0; index < targets.Length; index++)
        {
            targets[index].copy_(sources[index]);
        }
    }
}
