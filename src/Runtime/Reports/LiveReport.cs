using Microsoft.Extensions.Logging;
using TrainSdk.Recording;

namespace TrainSdk.Reports;

/// <summary>
/// Keeps a run's <c>report.html</c> up to date while it trains: before the first step, from time to time, and at the end. A page takes as
/// long to write as the run has rows, so the pauses grow with it and training loses at most a quarter of a percent of its time. A report
/// that cannot be written ends no run.
/// </summary>
/// <param name="folder">The run's folder; null to write nothing.</param>
/// <param name="logger">Told where the page cannot be written.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveReport(RunFolder? folder, ILogger? logger, TimeProvider time)
{
    private const int PauseByCost = 400;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);

    private TimeSpan _pause = ShortestPause;
    private long _writtenAt = time.GetTimestamp();
    private bool _hasFailed;

    /// <summary>Writes the page of a run that begins, or goes on.</summary>
    public void Begin() => Write(RunStanding.Going);

    /// <summary>Writes the page where that is due; the check alone takes a look at the clock.</summary>
    public void Update()
    {
        if (folder is not null && time.GetElapsedTime(_writtenAt) >= _pause)
        {
            var cost = Write(RunStanding.Going);
            _pause = cost * PauseByCost > ShortestPause ? cost * PauseByCost : ShortestPause;
        }
    }

    /// <summary>Writes the page of a run that has ended.</summary>
    public void End() => Write(RunStanding.Ended);

    // The first page costs more than any later one, since its code is compiled then.
    private TimeSpan Write(RunStanding standing)
    {
        var start = time.GetTimestamp();
        if (folder is not null)
        {
            try
            {
                ReportFile.Write(folder, standing);
            }
            catch (TrainException error)
            {
                Warn(error);
            }
        }
        _writtenAt = time.GetTimestamp();
        return time.GetElapsedTime(start, _writtenAt);
    }

    // Tried again from time to time: a deleted folder comes back with the next checkpoint.
    private void Warn(TrainException error)
    {
        if (!_hasFailed)
        {
            logger?.LogWarning("{Problem}; training goes on, and 'report' writes the page later", error.Message);
        }
        _hasFailed = true;
    }
}
