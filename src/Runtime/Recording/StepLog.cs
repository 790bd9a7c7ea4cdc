using TorchSharp;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Recording;

/// <summary>
/// A ring buffer on the device that takes each step's loss and gradient norm without making the host wait; the host reads it all at once
/// when it is full.
/// </summary>
internal sealed class StepLog : IDisposable
{
    public const int Capacity = 128;
    private const int Values = 3;

    private readonly Tensor _ring;
    private readonly Tensor[] _rows;
    private readonly (long Step, int Epoch, double Lr)[] _host = new (long, int, double)[Capacity];
    private int _used;

    public StepLog(Device device)
    {
        using var _ = torch.no_grad();
        _ring = torch.zeros([Capacity, Values], dtype: ScalarType.Float64, device: device).DetachFromDisposeScope();
        _rows = [.. Enumerable.Range(0, Capacity).Select(row => _ring[row].DetachFromDisposeScope())];
    }

    public bool IsFull => _used == Capacity;

    /// <summary>
    /// Takes a step: its loss and weight (the samples, or what a loss of one's own divides by) and its gradient norm, all scalars.
    /// </summary>
    public void Add(long step, int epoch, double lr, Tensor loss, Tensor weight, GradientNorm norm)
    {
        using var _ = torch.no_grad();
        _host[_used] = (step, epoch, lr);
        _rows[_used].copy_(torch.stack([Exact(loss.detach()), Exact(weight), Exact(norm.Value)]));
        _used++;
    }

    /// <summary>Reads and empties the buffer: the only moment at which the host waits for the device.</summary>
    public List<StepRecord> Drain()
    {
        using var scope = torch.NewDisposeScope();
        var values = _ring.cpu().data<double>();
        var records = new List<StepRecord>(_used);
        for (var row = 0; row < _used; row++)
        {
            var (step, epoch, lr) = _host[row];
            var at = row * Values;
            records.Add(new StepRecord(step, epoch, lr, values[at], values[at + 1], values[at + 2]));
        }
        _used = 0;
        return records;
    }

    public void Dispose()
    {
        foreach (var row in _rows)
        {
            row.Dispose();
        }
        _ring.Dispose();
    }

    private static Tensor Exact(Tensor value) => value.to(ScalarType.Float64);
}
