using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Parsing;

/// <summary>TorchSharp's types, by name: the generator does not reference TorchSharp.</summary>
internal static class TorchNames
{
    private static readonly string[] Tensor = ["Tensor", "torch", "TorchSharp"];
    private static readonly string[] Functions = ["nn", "torch", "TorchSharp"];
    private static readonly string[] Module = ["Module", .. Functions];
    private static readonly string[] Parameter = ["Parameter", "Modules", "TorchSharp"];
    private static readonly string[] ComponentName = ["ComponentNameAttribute", "Utils", "TorchSharp"];

    private static readonly SymbolDisplayFormat WithoutTuples =
        SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>Whether the type is <c>torch.Tensor</c>.</summary>
    public static bool IsTensor(ITypeSymbol? type) => Is(type, Tensor);

    /// <summary>Whether the type is <c>Module&lt;Tensor, …, TResult&gt;</c>: one tensor or several in, anything out.</summary>
    public static bool IsModuleOfTensors(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Module", TypeArguments.Length: > 1 } module
        && Is(module.ContainingType, Functions)
        && module.TypeArguments.Take(module.TypeArguments.Length - 1).All(IsTensor);

    /// <summary>Whether the type is <c>Module</c>, the base of all.</summary>
    public static bool IsModule(ITypeSymbol? type) => Is(type, Module);

    /// <summary>Whether the type is <c>Parameter</c>.</summary>
    public static bool IsParameter(ITypeSymbol? type) => Is(type, Parameter);

    /// <summary>Whether the type is <c>ComponentNameAttribute</c>.</summary>
    public static bool IsComponentName(ITypeSymbol? type) => Is(type, ComponentName);

    /// <summary>A namespace's full name; empty for the global one.</summary>
    public static string NameOf(INamespaceSymbol space) => space.ContainingNamespace is { IsGlobalNamespace: false } around
        ? $"{NameOf(around)}.{space.Name}"
        : space.Name;

    /// <summary>The type and its base types, from the type upwards.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(ITypeSymbol? type)
    {
        for (var declaring = type as INamedTypeSymbol ?? type?.BaseType; declaring is not null; declaring = declaring.BaseType)
        {
            yield return declaring;
        }
    }

    /// <summary>The methods of a name that the class can call: its own, and those of its bases that are not private.</summary>
    public static IEnumerable<IMethodSymbol> MethodsNamed(INamedTypeSymbol type, string name) => SelfAndBases(type)
        .SelectMany(declaring => declaring.GetMembers(name).OfType<IMethodSymbol>()
            .Where(method => SymbolEqualityComparer.Default.Equals(declaring, type)
                || method.DeclaredAccessibility != Accessibility.Private));

    /// <summary>Whether two types are the same but for the names of a tuple's elements and for nullable marks.</summary>
    public static bool IsSame(ITypeSymbol? left, ITypeSymbol? right) =>
        left is not null && right is not null && left.ToDisplayString(WithoutTuples) == right.ToDisplayString(WithoutTuples);

    // From the inside out, without a text of the whole name: analyzers ask it of every field and every base.
    private static bool Is(ITypeSymbol? type, string[] names)
    {
        if (type is not INamedTypeSymbol { Arity: 0 })
        {
            return false;
        }
        ISymbol? around = type;
        foreach (var name in names)
        {
            if (around?.Name != name)
            {
                return false;
            }
            around = around.ContainingSymbol;
        }
        return around is INamespaceSymbol { IsGlobalNamespace: true };
    }
}
