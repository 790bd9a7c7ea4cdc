namespace TrainSdk.Sweeps;

/// <summary>A trial as it is planned.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Values">The swept settings.</param>
/// <param name="Settings">All settings.</param>
internal sealed record SweepTrial<TSettings>(int Number, IReadOnlyList<SweptValue> Values, TSettings Settings)
    where TSettings : class, new();
