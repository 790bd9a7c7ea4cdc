namespace TrainSdk.Benchmarks.Measuring;

/// <summary>One way to do the work.</summary>
/// <param name="Name">Its name in tables and ratios.</param>
/// <param name="Round">Does one round and returns its cost, such as milliseconds per batch.</param>
internal sealed record Contender(string Name, Func<double> Round);
