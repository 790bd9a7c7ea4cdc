using System.Reflection;

namespace TrainSdk.Generators.Model;

/// <summary>A parameter of an attribute's constructor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">What stands for an argument that is missing or wrong.</param>
internal sealed record AttributeParameter(string Name, Type Type, object? Default)
{
    public static AttributeParameter Of(ParameterInfo parameter) => new(parameter.Name, parameter.ParameterType, DefaultOf(parameter));

    // A text that is missing, or null, is empty: no attribute takes a null.
    private static object? DefaultOf(ParameterInfo parameter)
    {
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
}
