using Microsoft.Extensions.Logging;
using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>Says and records what became of the files of weights that a run started from.</summary>
internal sealed class PretrainedReports(RunFolder? folder, ILogger? logger)
{
    private readonly List<PretrainedReport> _reports = [];

    /// <summary>Takes a report; null for a file that was not read.</summary>
    /// <exception cref="TrainException">It cannot be recorded.</exception>
    public void Add(PretrainedReport? report)
    {
        if (report is null)
        {
            return;
        }
        _reports.Add(report);
        logger?.LogInformation("{Pretrained}", report);
        if (folder is not null)
        {
            RunRecordFile.Write(folder, new PretrainedRecord { Files = _reports });
        }
    }
}
