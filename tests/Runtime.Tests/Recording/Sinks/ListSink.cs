using TrainSdk.Recording;

namespace TrainSdk.Runtime.Tests.Recording.Sinks;

/// <summary>Keeps what it is told, and fails where that is wanted.</summary>
internal sealed class ListSink(string? failsAt = null) : IRunSink
{
    public List<string> Told { get; } = [];

    public List<StepRecord> Records { get; } = [];

    public RunOutline? Outline { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    public void Start(RunOutline run)
    {
        Outline = run;
        Tell("start");
    }

    public void Steps(IReadOnlyList<StepRecord> steps)
    {
        Records.AddRange(steps);
        Tell($"steps {steps[0].Step}-{steps[^1].Step}");
    }

    public void Validation(EpochSummary epoch) => Tell($"validation {epoch.Step}");

    public void Epoch(EpochSummary epoch) => Tell($"epoch {epoch.Epoch}");

    public void End(RunOutcome outcome)
    {
        Outcome = outcome;
        Tell("end");
    }

    private void Tell(string what)
    {
        Told.Add(what);
        if (what == failsAt)
        {
            throw new InvalidOperationException($"no connection at {what}");
        }
    }
}
