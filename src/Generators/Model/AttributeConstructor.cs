using System.Reflection;

namespace TrainSdk.Generators.Model;

/// <summary>A constructor of an attribute, looked at once: models are read with every keystroke.</summary>
internal sealed class AttributeConstructor(ConstructorInfo constructor)
{
    private readonly AttributeParameter[] _parameters = [.. constructor.GetParameters().Select(AttributeParameter.Of)];

    public int Count => _parameters.Length;

    public bool Takes(IEnumerable<string> names) => _parameters.Select(static parameter => parameter.Name).SequenceEqual(names);

    public object Invoke(Func<AttributeParameter, object?> argument) => constructor.Invoke([.. _parameters.Select(argument)]);
}
