namespace TrainSdk.Training;

/// <summary>Why a run ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were done.</summary>
    Completed,

    /// <summary>The validation loss had not improved for the patience of <c>[EarlyStop]</c>.</summary>
    EarlyStopped,

    /// <summary>The caller asked for it, or Ctrl+C.</summary>
    Canceled,

    /// <summary>A gradient became NaN or infinite; its update was left out.</summary>
    Diverged,

    /// <summary><c>RunOptions.MaxTime</c> was over; the run can be resumed.</summary>
    TimeLimit,
}
