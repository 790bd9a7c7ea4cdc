namespace TrainSdk.Data;

/// <summary>A sample that was left out.</summary>
/// <param name="Name">What it is called, such as its file.</param>
/// <param name="Reason">Why it could not be read.</param>
public sealed record BadSample(string Name, string Reason);
