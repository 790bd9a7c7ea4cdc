using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>What Adam keeps of a group: both moments per parameter, and how often each parameter was stepped.</summary>
internal sealed class AdamState : IDisposable
{
    public AdamState(ParameterGroup group)
    {
        using var _ = torch.no_grad();
        Group = group;
        FirstMoments = group.Zeros();
        SecondMoments = group.Zeros();
        Steps = torch.zeros(group.Parameters.Length, dtype: ScalarType.Float32, device: group.Device).DetachFromDisposeScope();
        StepOf = [.. Enumerable.Range(0, group.Parameters.Length).Select(index => Steps[index].DetachFromDisposeScope())];
        Constants = new DeviceConstants(group.Device);
    }

    public ParameterGroup Group { get; }

    /// <summary>Running means of the gradients.</summary>
    public Tensor[] FirstMoments { get; }

    /// <summary>Running means of the squared gradients.</summary>
    public Tensor[] SecondMoments { get; }

    /// <summary>Steps taken, one float32 per parameter.</summary>
    public Tensor Steps { get; }

    /// <summary>The same as one scalar per parameter: views of <see cref="Steps"/>.</summary>
    public Tensor[] StepOf { get; }

    public DeviceConstants Constants { get; }

    /// <summary>Counts the step for the parameters that have a gradient, unless it is left out.</summary>
    public void Advance(in StepGuard guard)
    {
        if (guard.IsKnown)
        {
            AdvanceOnHost();
            return;
        }
        if (Group.Present.Count == StepOf.Length)
        {
            Advance(Steps, guard);
            return;
        }
        foreach (var index in Group.Present)
        {
            Advance(StepOf[index], guard);
        }
    }

    public void Dispose()
    {
        foreach (var tensor in FirstMoments.Concat(SecondMoments).Concat(StepOf))
        {
            tensor.Dispose();
        }
        Steps.Dispose();
        Constants.Dispose();
    }

    private void AdvanceOnHost()
    {
        var steps = HostMemory.Of<float>(Steps);
        foreach (var index in Group.Present)
        {
            steps[index]++;
        }
    }

    private void Advance(Tensor steps, in StepGuard guard) => steps.sub_(guard.FoundInf).add_(Constants.One);
}
