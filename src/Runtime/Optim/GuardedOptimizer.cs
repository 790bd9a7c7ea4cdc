using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>A TorchSharp optimizer behind the guard against steps that are not finite.</summary>
internal sealed class GuardedOptimizer(torch.optim.Optimizer inner) : IDisposable
{
    public double Lr
    {
        get;
        set
        {
            field = value;
            foreach (var group in inner.ParamGroups)
            {
                group.LearningRate = value;
            }
        }
    }

    // Reading the guard makes the host wait for a CUDA device; it is free on the CPU.
    public void Step(Tensor skipIf)
    {
        if (skipIf.ToBoolean())
        {
            return;
        }
        using var scope = torch.NewDisposeScope();
        inner.step();
    }

    public void Dispose() => inner.Dispose();
}
