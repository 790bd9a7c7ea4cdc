namespace TrainSdk.Reports;

/// <summary>How a run stands at the moment of a report.</summary>
internal enum RunStanding
{
    /// <summary>A process trains.</summary>
    Going,

    /// <summary>It came to an end of its own, whatever that was.</summary>
    Ended,

    /// <summary>No process trains, and none wrote an end.</summary>
    Broken,
}
