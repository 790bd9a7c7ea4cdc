using TrainSdk.Metrics;

namespace TrainSdk.CommandLine;

/// <summary>What a short training with a batch size came to.</summary>
/// <param name="Lr">The learning rate that its schedule began from.</param>
/// <param name="Validation">The validation split with the best weights.</param>
/// <param name="HasDiverged">Whether a gradient became NaN or infinite.</param>
/// <param name="SecondsPerEpoch">Seconds of an epoch with its validation.</param>
internal sealed record LearnedBatch(double Lr, Evaluation Validation, bool HasDiverged, double SecondsPerEpoch);
