using TorchSharp;
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
        var isTaken = guard.FoundInf.eq(state.Constants.Zero);

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
            var first = state.FirstMoments[index].lerp(slope, 1 - numbers.Beta1);
            var second = state.SecondMoments[index].mul(numbers.Beta2).addcmul_(slope, slope, 1 - numbers.Beta2);
            var denominator = second.sqrt().div_(corrections[index]).add_(numbers.Eps);
            var shrunk = numbers.IsDecoupled ? parameter.mul(1 - (numbers.Lr * numbers.WeightDecay)) : parameter;
            Keep(state.FirstMoments[index], first, isTaken);
            Keep(state.SecondMoments[index], second, isTaken);
            Keep(parameter, shrunk.sub(first.mul(rates[index]).div_(denominator)), isTaken);
        }
    }

    /// <inheritdoc/>
    public void Sgd(SgdState state, in SgdNumbers numbers, in StepGuard guard)
    {
        using var scope = torch.NewDisposeScope();
        var gradients = state.Group.TakeGradients();
        var isTaken = guard.FoundInf.eq(state.Constants.Zero);
        for (var place = 0; place < gradients.Length; place++)
        {
            using var temporaries = torch.NewDisposeScope();
            var index = state.Group.Present[place];
            var parameter = state.Group.Parameters[index];
            var slope = gradients[place].add(parameter, alpha: numbers.WeightDecay);
            if (state.Momentum.Length > 0)
            {
                var momentum = state.Momentum[index].mul(numbers.Momentum).add_(slope);
                Keep(state.Momentum[index], momentum, isTaken);
                slope = numbers.IsNesterov ? slope.add(momentum, alpha: numbers.Momentum) : momentum;
            }
            Keep(parameter, parameter.add(slope, alpha: -numbers.Lr), isTaken);
        }
    }

    private static void Keep(Tensor kept, Tensor next, Tensor isTaken) => kept.copy_(torch.where(isTaken, next, kept));
}
