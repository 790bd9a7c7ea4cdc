using System.Text.Json;
using System.Text.Json.Serialization;
using TrainSdk.Recording;

namespace TrainSdk.Sweeps;

/// <summary>The JSON file of a sweep, without reflection.</summary>
[JsonSerializable(typeof(SweepRecord))]
internal sealed partial class SweepJson : JsonSerializerContext
{
    /// <summary>Written as the files of a run folder are.</summary>
    public static SweepJson Readable { get; } = new(new JsonSerializerOptions(RunRecordsJson.Readable.Options)
    {
        TypeInfoResolver = null,
    });
}
