using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainSdk.Checkpoints;

/// <summary>A model card as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ModelCard))]
internal sealed partial class ModelCardJson : JsonSerializerContext
{
    public static string Write(ModelCard card) => JsonSerializer.Serialize(card, Default.ModelCard);

    /// <summary>Reads a card; throws <see cref="FormatException"/> where the text is none.</summary>
    public static ModelCard Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.ModelCard) ?? throw new FormatException("its model card is empty");
        }
        catch (JsonException error)
        {
            throw new FormatException($"its model card cannot be read ({error.Message})", error);
        }
    }
}
