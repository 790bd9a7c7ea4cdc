using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>The files of one model that a build hands over.</summary>
/// <param name="Model">What the names of its files start with.</param>
/// <param name="Topics">Their topics.</param>
internal sealed record Ejection(string Model, EquatableArray<string> Topics);
