using System.Diagnostics;
using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>Says when a run has to stop between two steps.</summary>
internal sealed class StopRules(Recorder recorder, long stepsPerEpoch, TimeSpan? maxTime)
{
    private readonly Stopwatch _time = Stopwatch.StartNew();

    /// <summary>Why it has to stop; null to go on. The device is read at an epoch's last step alone.</summary>
    public StopReason? Reason(CancellationToken cancel)
    {
        if (recorder.Steps % stepsPerEpoch == 0)
        {
            recorder.Flush();
        }
        return recorder.FirstBadStep is not null ? StopReason.Diverged
            : cancel.IsCancellationRequested ? StopReason.Canceled
            : _time.Elapsed >= maxTime ? StopReason.TimeLimit
            : null;
    }
}
