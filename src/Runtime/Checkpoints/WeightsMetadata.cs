using TrainSdk.Settings;

namespace TrainSdk.Checkpoints;

/// <summary>What our files hold beside their tensors.</summary>
internal static class WeightsMetadata
{
    /// <summary>Name of the version of all that follows.</summary>
    public const string Format = "trainsdk.format";

    /// <summary>Name of the model's card.</summary>
    public const string Card = "trainsdk.card";

    /// <summary>The metadata of a file of weights.</summary>
    public static Dictionary<string, string> Of(ModelCard card) => new()
    {
        [FileChecksum.Key] = FileChecksum.Blank,
        [Format] = NumberText.Format(WeightsFile.FormatVersion),
        [Card] = ModelCardJson.Write(card),
    };
}
