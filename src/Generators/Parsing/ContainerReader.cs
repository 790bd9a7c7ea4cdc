using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>Finds the types that a nested class stands in.</summary>
internal static class ContainerReader
{
    /// <summary>From the outermost; empty for a class that is not nested.</summary>
    public static IEnumerable<Container> Read(INamedTypeSymbol type) =>
        Outer(type).Reverse().Select(static outer => new Container(KeywordOf(outer), outer.Name));

    /// <summary>The containing types from the innermost.</summary>
    public static IEnumerable<INamedTypeSymbol> Outer(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    /// <summary>Whether a second declaration of the type can be written in another file.</summary>
    public static bool CanBeContinued(INamedTypeSymbol type, CancellationToken cancel) =>
        !type.IsGenericType && !type.IsFileLocal && IsPartial(type, cancel);

    /// <summary>Whether every declaration of the type says partial.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancel) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancel))
        .OfType<TypeDeclarationSyntax>()
        .All(static declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string KeywordOf(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };
}
