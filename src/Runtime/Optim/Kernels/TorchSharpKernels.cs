using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// The same mathematics one parameter after the other with TorchSharp's operations, for where nothing fused can be had and for tensors
/// that fused kernels cannot walk. A step that is left out is computed and thrown away by a mask.
/// </summary>
internal sealed class TorchSharpKernels : IKernels
{
    /// <inheritdoc/>
    public Tensor? Norm(ParameterGroup group)
    {
        using var scope = torch.NewDisposeScope();
        Tensor[] norms = [.. Gradients(group).Select(static gradient => gradient.norm())];
        return norms.Length == 0 ? null : torch.stack(norms).norm().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Multiply(ParameterGroup group, Tensor factor)
    {
        using var scope = torch.NewDisposeScope();
        foreach (var gradient in Gradients(group))
        {
            gradient.mul_(factor);
        }
    }

    /// <inheritdoc/>
    public void Adam(AdamState state, in AdamNumbers numbers, in StepGuard guard)
    {
        for (var index = 0; index < state.StepOf.Length; index++)
        {
            using var scope = torch.NewDisposeScope();
            var parameter = state.Group.Parameters[index];
            if (parameter.grad is not { } gradient)
            {
                continue;
            }
            state.StepOf[index].add_(guard.Took);
            var weights = numbers.IsDecoupled ? parameter.mul(1 - (numbers.Lr * numbers.WeightDecay)) : parameter.alias();
            var slope = numbers.IsDecoupled ? gradient : gradient.add(parameter, alpha: numbers.WeightDecay);
            var first = state.FirstMoments[index].lerp(slope, 1 - numbers.Beta1);
            var second = state.SecondMoments[index].mul(numbers.Beta2).addcmul_(slope, slope, 1 - numbers.Beta2);

            // In float64: float32 has too few digits for 1 - 0.999.
            var steps = state.StepOf[index].to(ScalarType.Float64);
            var firstShare = 1 - torch.pow(numbers.Beta1, steps);
            var secondShare = 1 - torch.pow(numbers.Beta2, steps);
            var denominator = second.sqrt().div_(secondShare.sqrt()).add_(numbers.Eps);
            var target = weights.sub(first.div(denominator).mul_(numbers.Lr / firstShare));

            Keep(state.FirstMoments[index], first, guard);
            Keep(state.SecondMoments[index], second, guard);
            Keep(parameter, target, guard);
        }
    }

    /// <inheritdoc/>
    public void Sgd(SgdState state, in SgdNumbers numbers, in StepGuard guard)
    {
        for (var index = 0; index < state.Group.Parameters.Length; index++)
        {
            using var scope = torch.NewDisposeScope();
            var parameter = state.Group.Parameters[index];
            if (parameter.grad is not { } gradient)
            {
                continue;
            }
            var slope = gradient.add(parameter, alpha: numbers.WeightDecay);
            if (state.Momentum.Length > 0)
            {
                var momentum = state.Momentum[index].mul(numbers.Momentum).add_(slope);
                Keep(state.Momentum[index], momentum, guard);
                slope = numbers.IsNesterov ? slope.add(momentum, alpha: numbers.Momentum) : momentum;
            }
            Keep(parameter, parameter.add(slope, alpha: -numbers.Lr), guard);
        }
    }

    private static IEnumerable<Tensor> Gradients(ParameterGroup group) =>
        group.Parameters.Select(static parameter => parameter.grad).OfType<Tensor>();

    private static void Keep(Tensor kept, Tensor next, in StepGuard guard) => kept.copy_(torch.where(guard.Took, next, kept));
}
