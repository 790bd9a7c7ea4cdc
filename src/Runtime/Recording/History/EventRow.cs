namespace TrainSdk.Recording.History;

/// <summary>A row of <c>events.csv</c>.</summary>
/// <param name="Time">When, as it is written: UTC.</param>
/// <param name="Step">Optimizer steps done since the start of the run.</param>
/// <param name="Event">One word, such as <c>rollback</c>.</param>
/// <param name="Detail">What more there is to say.</param>
internal sealed record EventRow(string Time, long Step, string Event, string Detail);
