using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>Buffers of one type on one device, and a copy of them in one piece of memory.</summary>
internal sealed class BufferGroup : IDisposable
{
    private readonly Tensor[] _live;
    private readonly Tensor _kept;
    private readonly Tensor[] _views;
    private readonly IKernels _kernels;

    private BufferGroup(Tensor[] live, IKernels kernels)
    {
        _live = live;
        _kernels = kernels;
        _kept = torch.zeros([live.Sum(static buffer => buffer.numel())], live[0].dtype, live[0].device).DetachFromDisposeScope();
        _views = new Tensor[live.Length];
        var start = 0L;
        for (var at = 0; at < live.Length; at++)
        {
            _views[at] = _kept.narrow(0, start, live[at].numel()).view(live[at].shape).DetachFromDisposeScope();
            start += live[at].numel();
        }
        IsOnHost = live.All(static buffer => buffer.device_type == DeviceType.CPU && buffer.is_contiguous());
    }

    /// <summary>Whether the buffers are copied as bytes in the host's memory, which costs less than the call of an operator.</summary>
    public bool IsOnHost { get; }

    /// <summary>Groups buffers; one that is registered twice is one.</summary>
    public static BufferGroup[] Of(IEnumerable<Tensor> buffers, IKernels kernels)
    {
        using var scope = torch.NewDisposeScope();
        return
        [
            .. buffers
                .DistinctBy(TensorIdentity.Of)
                .GroupBy(static buffer => (buffer.dtype, buffer.device_type, buffer.device_index))
                .Select(group => new BufferGroup([.. group], kernels)),
        ];
    }

    /// <summary>Copies the buffers.</summary>
    public void Take() => Copy(_views, _live);

    /// <summary>Puts the copy back.</summary>
    public void Restore() => Copy(_live, _views);

    /// <summary>Takes a copy where a scalar on any device is 0, else puts the former one back. The host does not learn which.</summary>
    /// <param name="isLeftOut">A bool, or a number that is 0 for no.</param>
    public void Keep(Tensor isLeftOut)
    {
        using var scope = torch.NewDisposeScope();
        var flag = isLeftOut.to(ScalarType.Bool, _kept.device);
        var present = torch.cat([.. _live.Select(static buffer => buffer.flatten())]);
        _kept.copy_(torch.where(flag, _kept, present));
        _kernels.Copy(_live, _views);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_views, static view => view.Dispose());
        _kept.Dispose();
    }

    private void Copy(Tensor[] targets, Tensor[] sources)
    {
        if (!IsOnHost)
        {
            _kernels.Copy(targets, sources);
            return;
        }
        for (var at = 0; at < targets.Length; at++)
        {
            sources[at].bytes.CopyTo(targets[at].bytes);
        }
    }
}
