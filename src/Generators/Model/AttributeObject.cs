namespace TrainSdk.Generators.Model;

/// <summary>Rebuilds the real attribute object from what was written, so that its defaults are declared once: on the attribute.</summary>
internal static class AttributeObject
{
    public static T Rebuild<T>(AttributeUse use)
        where T : Attribute
    {
        var attribute = (T)Choose(Constructors<T>.All, use).Invoke(parameter => Argument(parameter, use));
        foreach (var argument in use.Arguments.Where(static argument => !argument.IsPositional))
        {
            if (typeof(T).GetProperty(argument.Name) is { CanWrite: true } property
                && TryConvert(argument.Value, property.PropertyType, out var value))
            {
                property.SetValue(attribute, value);
            }
        }
        return attribute;
    }

    // Without a match (half-typed code) the constructor that asks for least; it has defaults for what it asks.
    private static AttributeConstructor Choose(IReadOnlyList<AttributeConstructor> constructors, AttributeUse use) =>
        constructors.FirstOrDefault(constructor => constructor.Takes(use.Parameters)) ?? constructors[0];

    private static object? Argument(AttributeParameter parameter, AttributeUse use)
    {
        var written = use.Arguments.FirstOrDefault(argument => argument.IsPositional && argument.Name == parameter.Name);
        return written is not null && TryConvert(written.Value, parameter.Type, out var value) ? value : parameter.Default;
    }

    private static bool TryConvert(object? value, Type target, out object? converted)
    {
        converted = value switch
        {
            EnumValue written when target.IsEnum => Enum.ToObject(target, written.Underlying),
            EquatableArray<object?> items when target == typeof(double[]) => items.OfType<double>().ToArray(),
            _ => value,
        };
        return target.IsInstanceOfType(converted);
    }

    private static class Constructors<T>
    {
        public static readonly IReadOnlyList<AttributeConstructor> All =
        [
            .. typeof(T).GetConstructors().Select(static constructor => new AttributeConstructor(constructor))
                .OrderBy(static constructor => constructor.Count),
        ];
    }
}
