using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>
/// Running averages of a model's parameters. Buffers are not averaged: the averaged model has the buffers of the model as they are. Make it
/// after the model was moved to its device.
/// </summary>
internal sealed class WeightAverages : IStateful, IDisposable
{
    private const string CountName = "n_averaged";

    private readonly IReadOnlyList<(string Name, Parameter Live, Tensor Average)> _weights;
    private readonly LerpGroup[] _groups;
    private readonly IKernels _kernels;

    public WeightAverages(nn.Module model)
        : this(model, KernelRoutes.Current.Kernels)
    {
    }

    /// <summary>The same with kernels of one's choice.</summary>
    internal WeightAverages(nn.Module model, IKernels kernels)
    {
        using var _ = torch.no_grad();
        _kernels = kernels;

        // Tied weights have several names and are one parameter: exchanged twice, they would be back where they were.
        _weights =
        [
            .. model.named_parameters()
                .Where(static named => named.parameter.is_floating_point())
                .DistinctBy(static named => TensorIdentity.Of(named.parameter))
                .Select(static named => (named.name, named.parameter, named.parameter.clone().DetachFromDisposeScope())),
        ];
        _groups = LerpGroup.Of(_weights.Select(static weight => (weight.Average, (Tensor)weight.Live)));
    }

    /// <summary>How many states of the weights the averages are made of.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// Moves the averages to the present weights: entirely the first time, as PyTorch's <c>AveragedModel</c> does, by a share from then on.
    /// </summary>
    /// <param name="shareAt">The new weights' share after so many states, above 0 up to 1.</param>
    public void Add(Func<long, double> shareAt)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var share = Count == 0 ? 1 : shareAt(Count);
        Count++;
        foreach (var group in _groups)
        {
            _kernels.Lerp(group, share);
        }
    }

    /// <summary>Exchanges the model's weights and the averages; the parameters stay the same objects.</summary>
    public void Swap()
    {
        using var _ = torch.no_grad();
        foreach (var (_, live, average) in _weights)
        {
            using var scope = torch.NewDisposeScope();
            var former = live.clone();
            live.copy_(average);
            average.copy_(former);
        }
    }

    /// <summary>Puts the averages into the model.</summary>
    public void CopyOut()
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        foreach (var (_, live, average) in _weights)
        {
            live.copy_(average);
        }
    }

    /// <summary>Names the averages as their parameters. Call it while they are not exchanged with the weights.</summary>
    public void Save(StateWriter state)
    {
        state.Add(CountName, Count);
        foreach (var (name, _, average) in _weights)
        {
            state.Add(name, average);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Count = state.Whole(CountName);
        foreach (var (name, _, average) in _weights)
        {
            state.CopyTo(name, average);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var group in _groups)
        {
            group.Dispose();
        }
        foreach (var (_, _, average) in _weights)
        {
            average.Dispose();
        }
    }
}
