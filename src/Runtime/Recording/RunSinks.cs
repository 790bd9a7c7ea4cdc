using Microsoft.Extensions.Logging;

namespace TrainSdk.Recording;

/// <summary>The sinks of one run. One that throws is left out from there on: a run is worth more than its watchers.</summary>
/// <param name="sinks">In the order in which they are told.</param>
/// <param name="logger">Takes a warning for each that fails.</param>
internal sealed class RunSinks(IEnumerable<IRunSink> sinks, ILogger? logger) : IRunSink
{
    private readonly List<IRunSink> _sinks = [.. sinks];

    public void Start(RunOutline run) => Tell(sink => sink.Start(run));

    public void Steps(IReadOnlyList<StepRecord> steps)
    {
        if (steps.Count > 0)
        {
            Tell(sink => sink.Steps(steps));
        }
    }

    public void Validation(EpochSummary epoch) => Tell(sink => sink.Validation(epoch));

    public void Epoch(EpochSummary epoch) => Tell(sink => sink.Epoch(epoch));

    public void End(RunOutcome outcome) => Tell(sink => sink.End(outcome));

    private void Tell(Action<IRunSink> tell) => _sinks.RemoveAll(sink => Fails(sink, tell));

    private bool Fails(IRunSink sink, Action<IRunSink> tell)
    {
        try
        {
            tell(sink);
            return false;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger?.LogWarning(
                failure, "the sink {Sink} failed and is told nothing more: {Failure}", sink.GetType().Name, failure.Message);
            return true;
        }
    }
}
