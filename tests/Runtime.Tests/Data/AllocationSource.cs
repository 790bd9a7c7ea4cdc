using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Pictures of nothing, which note how much a thread allocates from its first sample on.</summary>
internal sealed class AllocationSource(long count) : ISampleSource
{
    private readonly ThreadLocal<(long Start, long Reads)> _thread = new();
    private readonly Lock _lock = new();

    public long Count => count;

    public SampleForm Form { get; } = new(torch.ScalarType.Byte, [1, 4, 4]);

    public string Identity => "allocations";

    /// <summary>The most samples that one thread has read.</summary>
    public long MostReads { get; private set; }

    /// <summary>The most bytes that one thread has allocated between its first sample and its last.</summary>
    public long MostBytes { get; private set; }

    public void Read(long position, Span<byte> sample)
    {
        var (start, reads) = _thread.Value;
        var now = GC.GetAllocatedBytesForCurrentThread();
        _thread.Value = reads == 0 ? (now, 1) : (start, reads + 1);
        lock (_lock)
        {
            MostReads = Math.Max(MostReads, reads + 1);
            MostBytes = Math.Max(MostBytes, reads == 0 ? 0 : now - start);
        }
    }

    public string NameOf(long position) => $"picture {position}";
}
