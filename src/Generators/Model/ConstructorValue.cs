namespace TrainSdk.Generators.Model;

/// <summary>An optional constructor parameter of the model that becomes a setting.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Setting">Its setting.</param>
/// <param name="IsSingle">Whether the parameter is a <see cref="float"/>; its setting is a <see cref="double"/>.</param>
internal sealed record ConstructorValue(string Parameter, SettingSpec Setting, bool IsSingle);
