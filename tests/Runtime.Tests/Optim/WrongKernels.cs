using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>Kernels of which one computes the wrong numbers.</summary>
internal sealed class WrongKernels(string broken) : IKernels
{
    private readonly TorchSharpKernels _right = new();

    public Tensor? Norm(ParameterGroup group) => _right.Norm(group) is { } norm ? norm * (broken == nameof(Norm) ? 2 : 1) : null;

    public void Multiply(ParameterGroup group, Tensor factor) => _right.Multiply(group, factor);

    public void Adam(AdamState state, in AdamNumbers numbers, in StepGuard guard)
    {
        if (broken != nameof(Adam))
        {
            _right.Adam(state, numbers, guard);
        }
    }

    public void Sgd(SgdState state, in SgdNumbers numbers, in StepGuard guard)
    {
        if (broken != nameof(Sgd))
        {
            _right.Sgd(state, numbers, guard);
        }
    }
}
