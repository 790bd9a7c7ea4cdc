using System.Text.Json.Serialization;

namespace TrainSdk.Recording;

/// <summary>A setting as it was used.</summary>
/// <param name="Value">Invariant text; in JSON a number or a flag where it reads as one.</param>
/// <param name="Origin">Where it comes from: <see cref="Attribute"/>, <see cref="Program"/>, <c>--lr</c>, <c>environment TRAIN__LR</c>, a
/// file.</param>
internal sealed record RecordedSetting([property: JsonConverter(typeof(InvariantTextConverter))] string Value, string Origin)
{
    /// <summary>The origin of what nobody changed.</summary>
    public const string Attribute = "attribute";

    /// <summary>The origin of what the calling program set.</summary>
    public const string Program = "program";
}
