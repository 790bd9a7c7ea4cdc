using TrainSdk.Optim.Kernels;
using TrainSdk.Optim.Updates;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>Kernels of which one computes the wrong numbers.</summary>
internal sealed class WrongKernels(string broken) : IKernels
{
    private readonly TorchSharpKernels _right = new();

    public Tensor? Norm(ParameterGroup group, double order) => _right.Norm(group, order) is { } norm ? norm * (broken == nameof(Norm) ? 2 : 1) : null;

    public void Multiply(ParameterGroup group, Tensor factor) => _right.Multiply(group, factor);

    public void Clamp(ParameterGroup group, double bound)
    {
        if (broken != nameof(Clamp))
        {
            _right.Clamp(group, bound);
        }
    }

    public void Step(UpdateState state, in StepRates rates, in StepGuard guard)
    {
        if (broken != state.Update.GetType().Name)
        {
            _right.Step(state, rates, guard);
        }
    }

    public void Lerp(LerpGroup group, double share) => _right.Lerp(group, share);

    public void Copy(Tensor[] targets, Tensor[] sources) => _right.Copy(targets, sources);
}
