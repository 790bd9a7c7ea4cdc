using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// The same mathematics one parameter after the other with TorchSharp's operations, for where nothing fused can be had and for tensors
/// that fused kernels cannot walk. Where the host does not know whether the step is left out, it is computed on copies, and a mask decides.
/// </summary>
internal sealed class TorchSharpKernels : IKernels
{
    /// <inheritdoc/>
    public Tensor? Norm(ParameterGroup group)
    {
        using var scope = torch.NewDisposeScope();
        Tensor[] norms = [.. group.TakeGradients().Select(static gradient => gradient.norm())];
        return norms.Length == 0 ? null : torch.stack(norms).norm().MoveToOuterDisposeScope();
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
    public void Adam(AdamState state, in AdamNumbers numbers, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var gradients = state.Group.TakeGradients();
        state.Advance(guard);

        // In float64: float32 has too few digits for 1 - 0.999.
        var steps = state.Steps.to(ScalarType.Float64);
        var rates = numbers.Lr / (1 - torch.pow(numbers.Beta1, steps));
        var corrections = (1 - torch.pow(numbers.Beta2, steps)).sqrt_();
        for (var place = 0; place < gradients.Length; place++)
        {
            using var temporaries = torch.NewDisposeScope();
            var index = state.Group.Present[place];
            var (gradient, parameter) = (gradients[place], state.Group.Parameters[index]);
            var slope = numbers.IsDecoupled ? gradient : gradient.add(parameter, alpha: numbers.WeightDecay);
            var first = Draft(state.FirstMoments[index], guard).lerp_(slope, 1 - numbers.Beta1);
            var second = Draft(state.SecondMoments[index], guard).mul_(numbers.Beta2).addcmul_(slope, slope, 1 - numbers.Beta2);
            var denominator = second.sqrt().div_(corrections[index]).add_(numbers.Eps);
            var weights = Draft(parameter, guard);
            if (numbers.IsDecoupled)
            {
                weights.mul_(1 - (numbers.Lr * numbers.WeightDecay));
            }
            weights.sub_(first.div(denominator).mul_(rates[index]));
            Keep(state.FirstMoments[index], first, guard);
            Keep(state.SecondMoments[index], second, guard);
            Keep(parameter, weights, guard);
        }
    }

    /// <inheritdoc/>
    public void Sgd(SgdState state, in SgdNumbers numbers, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var gradients = state.Group.TakeGradients();
        for (var place = 0; place < gradients.Length; place++)
        {
            using var temporaries = torch.NewDisposeScope();
            var index = state.Group.Present[place];
            var parameter = state.Group.Parameters[index];
            var slope = gradients[place].add(parameter, alpha: numbers.WeightDecay);
            if (state.Momentum.Length > 0)
            {
                var momentum = Draft(state.Momentum[index], guard).mul_(numbers.Momentum).add_(slope);
                Keep(state.Momentum[index], momentum, guard);
                slope = numbers.IsNesterov ? slope.add(momentum, alpha: numbers.Momentum) : momentum;
            }
            Keep(parameter, Draft(parameter, guard).add_(slope, alpha: -numbers.Lr), guard);
        }
    }

    private static Tensor Draft(Tensor live, in StepGuard guard) => guard.IsKnown ? live : live.clone();

    private static void Keep(Tensor live, Tensor draft, in StepGuard guard)
    {
        if (!guard.IsKnown)
        {
            live.copy_(torch.where(guard.FoundInf.to(ScalarType.Bool), live, draft));
        }
    }
}
