using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Recording;

/// <summary>
/// A ring buffer on the device that takes each step's loss and gradient norm without making the host wait. The host reads it as a whole:
/// when it is full, when a second has passed, and when somebody asks. Numbers that lie in the host's memory are taken at once.
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
    private readonly double?[] _known = new double?[Capacity * Values];
    private readonly (long Step, int Epoch, double Lr, long Count, DateTimeOffset Time)[] _steps =
        new (long, int, double, long, DateTimeOffset)[Capacity];
    private int _used;
    private bool _isOnDevice;
    private bool _isBad;
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

    /// <summary>
    /// Whether the buffer is full, a second has passed since the last read, or a step is known to have gone wrong: that is told at once.
    /// </summary>
    public bool IsDue => _used == Capacity || (_used > 0 && (_isBad || _time.GetElapsedTime(_lastRead) >= Longest));

    /// <summary>Takes a step whose loss is a mean over <paramref name="count"/> samples.</summary>
    public void Add(long step, int epoch, double lr, Tensor loss, long count, GradientNorm norm)
    {
        _known[(_used * Values) + Weight] = count;
        Put(step, epoch, lr, loss, count, norm);
    }

    /// <summary>Takes a step whose loss is a mean over a weight on the device, such as a number of tokens.</summary>
    public void Add(long step, int epoch, double lr, Tensor loss, Tensor weight, long count, GradientNorm norm)
    {
        Put(Weight, weight);
        Put(step, epoch, lr, loss, count, norm);
    }

    /// <summary>Reads and empties the buffer: the only moment at which the host waits for the device.</summary>
    public IReadOnlyList<StepRecord> Drain()
    {
        _lastRead = _time.GetTimestamp();
        if (_used == 0)
        {
            return [];
        }
        var ring = _isOnDevice ? ReadRing() : [];
        var records = new StepRecord[_used];
        for (var at = 0; at < _used; at++)
        {
            double Value(int column) => _known[(at * Values) + column] ?? ring[(at * Values) + column];
            var (step, epoch, lr, count, time) = _steps[at];
            records[at] = new StepRecord(step, epoch, lr, Value(Loss), Value(Weight), Value(Norm)) { Count = count, Time = time };
        }
        _isOnDevice = _isBad = false;
        _used = 0;
        return records;
    }

    public void Dispose()
    {
        Array.ForEach(_cells, static cell => cell.Dispose());
        _ring.Dispose();
    }

    private void Put(long step, int epoch, double lr, Tensor loss, long count, GradientNorm norm)
    {
        Put(Loss, loss);
        Put(Norm, norm.Value);
        _isBad |= _known[(_used * Values) + Norm] is { } known && !double.IsFinite(known);
        _steps[_used] = (step, epoch, lr, count, _time.GetUtcNow());
        _used++;
    }

    private void Put(int column, Tensor value)
    {
        var cell = (_used * Values) + column;
        _known[cell] = HostMemory.Number(value);
        if (_known[cell] is null)
        {
            using var _ = torch.no_grad();
            _cells[cell].copy_(value);
            _isOnDevice = true;
        }
    }

    private double[] ReadRing()
    {
        using var ring = _ring.cpu();
        Reads++;
        return HostMemory.Of<double>(ring).ToArray();
    }
}
