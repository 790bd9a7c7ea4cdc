using System.Text.Json.Serialization;
using TrainSdk.Recording;

namespace TrainSdk.Sweeps;

/// <summary>A swept setting with its value in one trial.</summary>
/// <param name="Name">Its name in JSON: <c>clipGradNorm</c>.</param>
/// <param name="Value">Invariant text; in JSON a number or a flag where it reads as one.</param>
internal sealed record SweptValue(string Name, [property: JsonConverter(typeof(InvariantTextConverter))] string Value);
