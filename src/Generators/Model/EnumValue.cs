namespace TrainSdk.Generators.Model;

/// <summary>An enum's value as an attribute's argument.</summary>
/// <param name="Type">The enum's name as in generated code.</param>
/// <param name="Member">Name of the value; empty for one without a name.</param>
/// <param name="Underlying">The number behind it.</param>
internal sealed record EnumValue(string Type, string Member, object Underlying);
