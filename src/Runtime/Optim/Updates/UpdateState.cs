using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Updates;

/// <summary>What an optimizer keeps of a group: buffers like the parameters, and how often each parameter was stepped.</summary>
internal sealed class UpdateState : IStateful, IDisposable
{
    private const string StepName = "step";

    public UpdateState(ParameterGroup group, Update update)
    {
        using var _ = torch.no_grad();
        var count = group.Parameters.Length;
        Group = group;
        Update = update;
        Buffers = [.. update.Buffers.Select(buffer => buffer.IsNeeded ? group.Full(buffer.Start) : [])];
        Scalars = [.. update.Scalars.Select(scalar =>
            torch.full(count, scalar.Start, ScalarType.Float64, group.Device).DetachFromDisposeScope())];
        ScalarOf = [.. Scalars.Select(EachOf)];
        Steps = torch.zeros(count, dtype: ScalarType.Float32, device: group.Device).DetachFromDisposeScope();
        StepOf = EachOf(Steps);
        Constants = new DeviceConstants(group.Device);
    }

    public ParameterGroup Group { get; }

    /// <summary>What is done with them.</summary>
    public Update Update { get; }

    /// <summary>One array per entry of <see cref="Update.Buffers"/>; empty for one that is not kept.</summary>
    public Tensor[][] Buffers { get; }

    /// <summary>One float64 vector per entry of <see cref="Update.Scalars"/>.</summary>
    public Tensor[] Scalars { get; }

    /// <summary>The same as one scalar per parameter: views of <see cref="Scalars"/>.</summary>
    public Tensor[][] ScalarOf { get; }

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

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        foreach (var (name, tensor) in Named())
        {
            state.Add(name, tensor);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        foreach (var (name, tensor) in Named())
        {
            state.CopyTo(name, tensor);
        }
    }

    public void Dispose()
    {
        foreach (var tensor in All.Concat(StepOf).Concat(ScalarOf.SelectMany(static scalars => scalars)))
        {
            tensor.Dispose();
        }
        Constants.Dispose();
    }

    // Under the parameters' names, so that neither their order nor their groups matter.
    private IEnumerable<(string Name, Tensor Tensor)> Named() =>
    [
        .. Update.Buffers.Zip(Buffers, OfEach).SelectMany(static named => named),
        .. Update.Scalars.Zip(ScalarOf, OfEach).SelectMany(static named => named),
        .. Update.CountsSteps ? OfEach(new Kept(StepName), StepOf) : [],
    ];

    private IEnumerable<(string Name, Tensor Tensor)> OfEach(Kept kept, Tensor[] ofAll) =>
        Group.Names.Zip(ofAll, (parameter, tensor) => ($"{kept.Name}/{parameter}", tensor));

    private static Tensor[] EachOf(Tensor vector) =>
        [.. Enumerable.Range(0, (int)vector.shape[0]).Select(index => vector[index].DetachFromDisposeScope())];

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
