/// <summary>A number of a run, as MLflow takes it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Timestamp">Milliseconds since 1970.</param>
/// <param name="Step">Optimizer step.</param>
public readonly record struct MLflowMetric(string Key, double Value, long Timestamp, long Step);
