namespace TrainSdk.Recording;

/// <summary>Sizes of a run's splits.</summary>
/// <param name="Train">Samples to learn from.</param>
/// <param name="Validation">Samples that chose the best epoch; null without such a split.</param>
/// <param name="Test">Samples looked at once at the end; null without such a split.</param>
internal sealed record RecordedSamples(long? Train, long? Validation, long? Test);
