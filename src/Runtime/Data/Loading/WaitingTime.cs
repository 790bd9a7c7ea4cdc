using System.Diagnostics;

namespace TrainSdk.Data.Loading;

/// <summary>How long those who walk over batches have waited for them.</summary>
internal sealed class WaitingTime
{
    private long _ticks;

    /// <summary>Adds what has passed since a time stamp of <see cref="Stopwatch"/>.</summary>
    public void Add(long since) => _ticks += Stopwatch.GetTimestamp() - since;

    /// <summary>Gives the sum, and begins again.</summary>
    public TimeSpan Take()
    {
        var taken = Stopwatch.GetElapsedTime(0, _ticks);
        _ticks = 0;
        return taken;
    }
}
