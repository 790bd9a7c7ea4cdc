namespace TrainSdk.Recording;

/// <summary>
/// Takes what a run records, to show it or to send it elsewhere; given in <c>RunOptions.Sinks</c>, see <c>docs/sinks.md</c>. Every method
/// does nothing unless it is written.
/// </summary>
/// <remarks>
/// The methods are called on the training thread, one at a time and in the order of what happened: what takes long belongs on a thread of
/// the sink's own. One that throws is named in a warning and not called again; the run goes on. After a rollback steps and epochs come
/// anew, and stand for those that came before with the same number.
/// </remarks>
public interface IRunSink
{
    /// <summary>Before the first step; of a run that goes on, before the first step of this process.</summary>
    /// <param name="run">What is trained, and where the run stands.</param>
    void Start(RunOutline run)
    {
    }

    /// <summary>Steps whose numbers were read from the device: up to 128 at once, up to a second after they were taken.</summary>
    /// <param name="steps">In their order, at least one.</param>
    void Steps(IReadOnlyList<StepRecord> steps)
    {
    }

    /// <summary>After a validation within an epoch, whose training goes on.</summary>
    /// <param name="epoch">The epoch so far, without training metrics.</param>
    void Validation(EpochSummary epoch)
    {
    }

    /// <summary>After an epoch.</summary>
    /// <param name="epoch">What it did.</param>
    void Epoch(EpochSummary epoch)
    {
    }

    /// <summary>
    /// After the best weights were restored and the test split was looked at. A run that ends by an exception does not come here; a sink
    /// that holds something open belongs in a <c>using</c> of the caller's.
    /// </summary>
    /// <param name="outcome">How the run ended.</param>
    void End(RunOutcome outcome)
    {
    }
}
