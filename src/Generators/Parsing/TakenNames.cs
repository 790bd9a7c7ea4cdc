using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>Finds which of the names that generated code uses bare mean something else inside a class.</summary>
internal static class TakenNames
{
    public static IEnumerable<string> In(INamedTypeSymbol type)
    {
        var members = new HashSet<string>(ContainerReader.Outer(type).Prepend(type).SelectMany(TorchNames.SelfAndBases).SelectMany(
            static declaring => declaring.MemberNames.Concat(declaring.GetTypeMembers().Select(static nested => nested.Name))));
        var spaces = Around(type).ToArray();
        return KnownNames.All.Select(static known => known.Name)
            .Where(name => members.Contains(name) || Array.Exists(spaces, space => space.GetMembers(name).Any()));
    }

    private static IEnumerable<INamespaceSymbol> Around(INamedTypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            yield return space;
        }
    }
}
