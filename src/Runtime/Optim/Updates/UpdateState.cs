using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>What an optimizer keeps of a group: buffers like the parameters, and how often each parameter was stepped.</summary>
internal sealed class UpdateState : IDisposable
{
    public UpdateState(ParameterGroup group, Update update)
    {
        using var _ = torch.no_grad();
        var count = group.Parameters.Length;
        Group = group;
        Update = update;
        Buffers = [.. update.Buffers.Select(start => start is { } value ? group.Full(value) : [])];
        Scalars = [.. update.Scalars.Select(start => torch.full(count, start, ScalarType.Float64, group.Device).DetachFromDisposeScope())];
        Steps = torch.zeros(count, dtype: ScalarType.Float32, device: group.Device).DetachFromDisposeScope();
        StepOf = [.. Enumerable.Range(0, count).Select(index => Steps[index].DetachFromDisposeScope())];
        Constants = new DeviceConstants(group.Device);
    }

    public ParameterGroup Group { get; }

    /// <summary>What is done with them.</summary>
    public Update Update { get; }

    /// <summary>One array per entry of <see cref="Update.Buffers"/>; empty for one that is not kept.</summary>
    public Tensor[][] Buffers { get; }

    /// <summary>One float64 vector per entry of <see cref="Update.Scalars"/>.</summary>
    public Tensor[] Scalars { get; }

    /// <summary>Steps taken, one float32 per parameter, where the method counts them.</summary>
    public Tensor Steps { get; }

    /// <summary>The same as one scalar per parameter: views of <see cref="Steps"/>.</summary>
    public Tensor[] StepOf { get; }

    public DeviceConstants Constants { get; }

    /// <summary>Everything that a step changes, but the weights.</summary>
    public IEnumerable<Tensor> All => [.. Buffers.SelectMany(static buffer => buffer), .. Scalars, Steps];

    /// <summary>The buffers of one parameter: an array with one tensor for each, or with none.</summary>
    public IEnumerable<Tensor[]> BuffersOf(int index) =>
        Buffers.Select(buffer => buffer.Length == 0 ? buffer : [buffer[index]]);

    /// <summary>Counts the step for the parameters that have a gradient, unless it is left out.</summary>
    public void Advance(in StepGuard guard)
    {
        if (!Update.CountsSteps)
        {
            return;
        }
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
        foreach (var tensor in All.Concat(StepOf))
        {
            tensor.Dispose();
        }
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
