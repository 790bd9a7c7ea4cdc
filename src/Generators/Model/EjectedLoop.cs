namespace TrainSdk.Generators.Model;

/// <summary>A loop that the class has in its own source.</summary>
/// <param name="Version">The version that wrote it, as it is written.</param>
/// <param name="From">What shaped it; empty where nobody says.</param>
/// <param name="EvaluatesInPrecision">Whether its evaluation takes the number type of training.</param>
/// <param name="GivesAugmentations">Whether it lists its augmentations.</param>
/// <param name="Topics">The topics of files that the class holds itself, so that they are not generated.</param>
internal sealed record EjectedLoop(
    string Version, EquatableArray<string> From, bool EvaluatesInPrecision, bool GivesAugmentations, EquatableArray<string> Topics)
{
    /// <summary>What its loss of a batch takes, <c>Batch</c> or <c>MixedBatch</c>; empty where it has none.</summary>
    public string LossTakes { get; init; } = "";
}
