using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainSdk.Checkpoints;

/// <summary>A checkpoint's record as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckpointRecord))]
internal sealed partial class CheckpointJson : JsonSerializerContext
{
    public static string Write(CheckpointRecord record) => JsonSerializer.Serialize(record, Default.CheckpointRecord);

    /// <summary>Reads a record; throws <see cref="FormatException"/> where the text is none.</summary>
    public static CheckpointRecord Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.CheckpointRecord)
                ?? throw new FormatException("its checkpoint record is empty");
        }
        catch (JsonException error)
        {
            throw new FormatException($"its checkpoint record cannot be read ({error.Message})", error);
        }
    }
}
