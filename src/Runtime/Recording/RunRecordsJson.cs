using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainSdk.Recording;

/// <summary>The JSON files of a run folder, written for people and scripts, without reflection.</summary>
[JsonSerializable(typeof(RunConfig))]
[JsonSerializable(typeof(RunResult))]
[JsonSerializable(typeof(PretrainedRecord))]
internal sealed partial class RunRecordsJson : JsonSerializerContext
{
    /// <summary>Indented, text as it is, NaN of a diverged run as the word.</summary>
    public static RunRecordsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    });
}
