using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>A model with the name that its files start with.</summary>
internal sealed record NamedSpec(string HintName, TrainerSpec Spec);
