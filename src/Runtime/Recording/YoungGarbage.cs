namespace TrainSdk.Recording;

/// <summary>
/// Frees dead tensor wrappers as a run goes. The collector's first generation may grow as large as the processor's cache, some 40 MB of
/// them, before it looks at them. Looked at every few megabytes, the process stays at the size that it needs.
/// </summary>
internal sealed class YoungGarbage
{
    private const long Most = 4 << 20;

    private long _collectedAt = GC.GetTotalAllocatedBytes();

    public void DropIfDue()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _collectedAt >= Most)
        {
            _collectedAt = allocated;
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        }
    }
}
