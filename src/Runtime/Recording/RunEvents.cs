using System.Globalization;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary>
/// What happened in a run that no training does by itself: <c>events.csv</c>, begun with the first event. It tells of this process and
/// those before it, so that a run that goes on, or back, keeps every row.
/// </summary>
/// <param name="folder">The run's folder; null to write nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class RunEvents(RunFolder? folder, TimeProvider time)
{
    /// <summary>The event of a sample that stands in the batches whose loss spiked.</summary>
    public const string LossSpike = "loss-spike";

    private const string Columns = "time,step,event,detail";

    /// <summary>Adds a row.</summary>
    /// <param name="step">Optimizer steps done since the start of the run.</param>
    /// <param name="name">One word.</param>
    /// <param name="detail">What more there is to say, without commas.</param>
    /// <exception cref="TrainException">It cannot be written.</exception>
    public void Add(long step, string name, string detail)
    {
        if (folder is null)
        {
            return;
        }
        var isNew = !File.Exists(folder.Events);
        using var log = isNew
            ? RecordLog.Begin(folder.Files, folder.Events)
            : RecordLog.GoOn(folder.Files, folder.Events, new FileInfo(folder.Events).Length);
        var now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var row = string.Join(',', now, NumberText.Format(step), name, detail);
        log.WriteRows(isNew ? [Columns, row] : [row]);
        log.Sync();
    }
}
