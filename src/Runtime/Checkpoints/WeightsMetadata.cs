using TrainSdk.Settings;

namespace TrainSdk.Checkpoints;

/// <summary>What our files hold beside their tensors.</summary>
internal static class WeightsMetadata
{
    /// <summary>What all our names begin with.</summary>
    public const string Prefix = "trainsdk.";

    /// <summary>Name of the version of all that follows.</summary>
    public const string Format = "trainsdk.format";

    /// <summary>Name of the model's card.</summary>
    public const string Card = "trainsdk.card";

    /// <summary>Name of the state of the run.</summary>
    public const string Checkpoint = "trainsdk.checkpoint";

    /// <summary>The metadata of a checkpoint.</summary>
    public static Dictionary<string, string> Of(ModelCard card, CheckpointRecord record) =>
        new(Of(card)) { [Checkpoint] = CheckpointJson.Write(record) };

    /// <summary>The metadata of a file of weights.</summary>
    public static Dictionary<string, string> Of(ModelCard card) => new()
    {
        [FileChecksum.Key] = FileChecksum.Blank,
        [Format] = NumberText.Format(WeightsFile.FormatVersion),
        [Card] = ModelCardJson.Write(card),
    };
}
