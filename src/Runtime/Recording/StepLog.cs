using TorchSharp;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Recording;

/// <summary>
/// A ring buffer on the device that takes each step's loss and gradient norm without making the host wait. The host reads it as a whole:
/// when it is full, when a second has passed, and when somebody asks.
/// </summary>
internal sealed class StepLog : IDisposable
{
    public const int Capacity = 128;
    private const int Loss = 0;
    private const int Norm = 1;
    private const int Weight = 2;
    private const int Values = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly Tensor _ring;
    private readonly Tensor[] _cells;
    private readonly (long Step, int Epoch, double Lr, double Weight)[] _host = new (long, int, double, double)[Capacity];
    private int _used;
    private long _lastRead;

    public StepLog(Device device, TimeProvider time)
    {
        using var _ = torch.no_grad();
        _time = time;
        _lastRead = time.GetTimestamp();
        _ring = torch.zeros([Capacity, Values], dtype: ScalarType.Float64, device: device).DetachFromDisposeScope();
        _cells = [.. Enumerable.Range(0, Capacity * Values).Select(at => _ring[at / Values, at % Values].DetachFromDisposeScope())];
    }

    /// <summary>How often the host has read the device.</summary>
    public int Reads { get; private set; }

    /// <summary>Whether the buffer is full or a second has passed since the last read.</summary>
    public bool IsDue => _used == Capacity || (_used > 0 && _time.GetElapsedTime(_lastRead) >= Longest);

    /// <summary>Takes a step whose loss is a mean over <paramref name="weight"/> samples.</summary>
    public void Add(long step, int epoch, double lr, Tensor loss, double weight, GradientNorm norm)
    {
        using var _ = torch.no_grad();
        _host[_used] = (step, epoch, lr, weight);
        var row = _used * Values;
        _cells[row + Loss].copy_(loss);
        _cells[row + Norm].copy_(norm.Value);
        _used++;
    }

    /// <summary>Takes a step whose loss is a mean over a weight on the device, such as a number of tokens.</summary>
    public void Add(long step, int epoch, double lr, Tensor loss, Tensor weight, GradientNorm norm)
    {
        using var _ = torch.no_grad();
        _cells[(_used * Values) + Weight].copy_(weight);
        Add(step, epoch, lr, loss, double.NaN, norm);
    }

    /// <summary>Reads and empties the buffer: the only moment at which the host waits for the device.</summary>
    public IReadOnlyList<StepRecord> Drain()
    {
        _lastRead = _time.GetTimestamp();
        if (_used == 0)
        {
            return [];
        }
        using var scope = torch.NewDisposeScope();
        var values = _ring.cpu().data<double>();
        Reads++;
        var records = new StepRecord[_used];
        for (var at = 0; at < _used; at++)
        {
            var (step, epoch, lr, weight) = _host[at];
            var row = at * Values;
            weight = double.IsNaN(weight) ? values[row + Weight] : weight;
            records[at] = new StepRecord(step, epoch, lr, values[row + Loss], weight, values[row + Norm]);
        }
        _used = 0;
        return records;
    }

    public void Dispose()
    {
        Array.ForEach(_cells, static cell => cell.Dispose());
        _ring.Dispose();
    }
}
