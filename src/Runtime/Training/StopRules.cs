using System.Diagnostics;
using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>Says when a run has to stop between two steps.</summary>
internal sealed class StopRules(Recorder recorder, TimeSpan? maxTime)
{
    private readonly Stopwatch _time = Stopwatch.StartNew();

    /// <summary>Why it has to stop; null to go on. Nothing is read from the device.</summary>
    public StopReason? Reason(CancellationToken cancel) =>
        recorder.FirstBadStep is not null ? StopReason.Diverged
        : cancel.IsCancellationRequested ? StopReason.Canceled
        : _time.Elapsed >= maxTime ? StopReason.TimeLimit
        : null;
}
