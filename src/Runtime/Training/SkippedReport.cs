using Microsoft.Extensions.Logging;
using TrainSdk.Data;
using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>Says which samples were left out because they could not be read, once each, and lists them in <c>events.csv</c>.</summary>
/// <param name="setup">What the run is made of.</param>
internal sealed class SkippedReport(RunSetup setup)
{
    private readonly RunEvents _events = new(setup.Folder, TimeProvider.System);
    private readonly HashSet<string> _told = [];

    /// <summary>Tells of the samples that are new since the last time.</summary>
    /// <param name="step">Optimizer steps done since the start of the run.</param>
    public void Report(long step)
    {
        DataSet?[] splits = [setup.Data.Train, setup.Data.Validation, setup.Data.Test];
        BadSample[] news = [.. splits.SelectMany(static split => split?.BadSamples ?? []).Where(sample => _told.Add(sample.Name))];
        foreach (var sample in news)
        {
            _events.Add(step, "sample_skipped", sample.Reason.Replace(',', ';'));
        }
        if (news.Length > 0)
        {
            setup.Options.Logger?.LogWarning(
                "{Count} samples could not be read and are left out: {Reason}{More}",
                news.Length, news[0].Reason, news.Length > 1 && setup.Folder is not null ? "; events.csv lists them all" : "");
        }
    }
}
