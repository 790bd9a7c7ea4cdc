namespace TrainSdk.Trials;

/// <summary>
/// Watches the memory of this process. What a step takes and gives back is seen where it lasts for longer than ten milliseconds, or where
/// the C library keeps it.
/// </summary>
internal sealed class MemoryPeak : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(10);

    private readonly Timer _timer;
    private long _most = Environment.WorkingSet;

    public MemoryPeak() => _timer = new Timer(_ => Look(), state: null, Often, Often);

    /// <summary>Most bytes so far.</summary>
    public long Bytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref _most);
        }
    }

    /// <summary>Bytes that the system, or a container's limit, leaves to this process now.</summary>
    public static long Free()
    {
        // The numbers are those of the last collection.
        GC.Collect();
        var memory = GC.GetGCMemoryInfo();
        return Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = Environment.WorkingSet;
        for (var most = Interlocked.Read(ref _most); now > most; most = Interlocked.Read(ref _most))
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }
    }
}
