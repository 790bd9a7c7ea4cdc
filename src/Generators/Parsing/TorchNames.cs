using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Parsing;

/// <summary>TorchSharp's types, by name: the generator does not reference TorchSharp.</summary>
internal static class TorchNames
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>Whether the type is <c>torch.Tensor</c>.</summary>
    public static bool IsTensor(ITypeSymbol? type) => Is(type, "TorchSharp.torch.Tensor");

    /// <summary>Whether the type is <c>Module&lt;Tensor, Tensor&gt;</c>.</summary>
    public static bool IsTensorModule(ITypeSymbol? type) =>
        Is(type, "TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>");

    /// <summary>Whether the type is <c>Module</c>, the base of all.</summary>
    public static bool IsModule(ITypeSymbol? type) => Is(type, "TorchSharp.torch.nn.Module");

    /// <summary>Whether the type is <c>Parameter</c>.</summary>
    public static bool IsParameter(ITypeSymbol? type) => Is(type, "TorchSharp.Modules.Parameter");

    /// <summary>Whether the type is <c>ComponentNameAttribute</c>.</summary>
    public static bool IsComponentName(ITypeSymbol? type) => Is(type, "TorchSharp.Utils.ComponentNameAttribute");

    /// <summary>The type and its base types, from the type upwards.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    private static bool Is(ITypeSymbol? type, string name) => type is not null && type.ToDisplayString(Format) == name;
}
