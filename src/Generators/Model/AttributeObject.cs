using System.Reflection;

namespace TrainSdk.Generators.Model;

/// <summary>Rebuilds the real attribute object from what was written, so that its defaults are declared once: on the attribute.</summary>
internal static class AttributeObject
{
    public static T Rebuild<T>(AttributeUse use)
        where T : Attribute
    {
        var constructor = Choose(typeof(T), use);
        var attribute = (T)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Argument(parameter, use))]);
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
    private static ConstructorInfo Choose(Type type, AttributeUse use)
    {
        var constructors = type.GetConstructors().OrderBy(static constructor => constructor.GetParameters().Length).ToArray();
        return constructors.FirstOrDefault(constructor => NamesOf(constructor).SequenceEqual(use.Parameters)) ?? constructors[0];
    }

    private static IEnumerable<string> NamesOf(ConstructorInfo constructor) =>
        constructor.GetParameters().Select(static parameter => parameter.Name);

    // A text that is missing, or null, is empty: no attribute takes a null.
    private static object? Argument(ParameterInfo parameter, AttributeUse use)
    {
        var written = use.Arguments.FirstOrDefault(argument => argument.IsPositional && argument.Name == parameter.Name);
        if (written is not null && TryConvert(written.Value, parameter.ParameterType, out var value))
        {
            return value;
        }
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }
        if (parameter.ParameterType == typeof(string))
        {
            return "";
        }
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
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
}
