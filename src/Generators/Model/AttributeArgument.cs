namespace TrainSdk.Generators.Model;

/// <summary>One argument that was written on an attribute.</summary>
/// <param name="Name">Name of the constructor's parameter or of the property.</param>
/// <param name="Value">
/// A primitive or text; an <see cref="EnumValue"/>; a type's name as in generated code; an <see cref="EquatableArray{T}"/> of such.
/// </param>
/// <param name="IsPositional">Whether it is a constructor argument.</param>
internal sealed record AttributeArgument(string Name, object? Value, bool IsPositional);
