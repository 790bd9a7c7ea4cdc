using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Turns an attribute as the compiler sees it into a plain value. Half-typed code is no error here: what cannot be read is left out.
/// </summary>
internal static class AttributeReader
{
    /// <summary>Full metadata name of the attribute's class; a generic one's without its type arguments.</summary>
    public static string NameOf(AttributeData data) => data.AttributeClass switch
    {
        { ContainingNamespace.IsGlobalNamespace: false } type => $"{TorchNames.NameOf(type.ContainingNamespace)}.{type.MetadataName}",
        { } type => type.MetadataName,
        null => "",
    };

    /// <summary>The attribute that makes a class a model; null where it is none.</summary>
    public static AttributeData? MarkerOf(IEnumerable<AttributeData> attributes) =>
        attributes.FirstOrDefault(static data => NameOf(data) == typeof(HyperparamsAttribute).FullName);

    public static AttributeUse Read(AttributeData data, CancellationToken cancel)
    {
        var syntax = data.ApplicationSyntaxReference?.GetSyntax(cancel) as AttributeSyntax;
        var parameters = data.AttributeConstructor?.Parameters.Select(static parameter => parameter.Name).ToArray() ?? [];
        return new AttributeUse(
            NameOf(data),
            AttributeText.Of(syntax, data.AttributeClass?.Name ?? ""),
            new(parameters),
            [.. Positional(data, syntax, parameters), .. Named(data)])
        {
            TypeArguments = [.. data.AttributeClass?.TypeArguments.Select(TypeText) ?? []],
        };
    }

    // The compiler fills in defaults; only as many as were written count.
    private static IEnumerable<AttributeArgument> Positional(AttributeData data, AttributeSyntax? syntax, string[] parameters)
    {
        var written = syntax?.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ToArray() ?? [];
        for (var at = 0; at < Math.Min(parameters.Length, data.ConstructorArguments.Length); at++)
        {
            var isWritten = at < written.Length && written[at].NameColon is null
                || written.Any(argument => argument.NameColon?.Name.Identifier.ValueText == parameters[at]);
            if (isWritten && TryRead(data.ConstructorArguments[at], out var value))
            {
                yield return new AttributeArgument(parameters[at], value, IsPositional: true);
            }
        }
    }

    private static IEnumerable<AttributeArgument> Named(AttributeData data)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (TryRead(argument.Value, out var value))
            {
                yield return new AttributeArgument(argument.Key, value, IsPositional: false);
            }
        }
    }

    private static bool TryRead(TypedConstant constant, out object? value)
    {
        value = constant.Kind switch
        {
            TypedConstantKind.Primitive => constant.Value,
            TypedConstantKind.Enum => EnumText(constant),
            TypedConstantKind.Type => constant.Value is ITypeSymbol type ? TypeText(type) : null,
            TypedConstantKind.Array when !constant.IsNull => Items(constant),
            _ => null,
        };
        return constant.Kind != TypedConstantKind.Error && !(constant.Kind == TypedConstantKind.Array && value is null);
    }

    private static string TypeText(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static EnumValue? EnumText(TypedConstant constant)
    {
        if (constant is not { Value: { } value, Type: { } type })
        {
            return null;
        }
        var member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        return new EnumValue(TypeText(type), member?.Name ?? "", value);
    }

    private static object? Items(TypedConstant array)
    {
        var items = new List<object?>();
        foreach (var item in array.Values)
        {
            if (!TryRead(item, out var value))
            {
                return null;
            }
            items.Add(value);
        }
        return new EquatableArray<object?>([.. items]);
    }
}
