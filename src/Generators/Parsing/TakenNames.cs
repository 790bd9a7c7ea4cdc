using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>Finds which of the names that generated code uses bare mean something else inside a class.</summary>
internal static class TakenNames
{
    public static IEnumerable<string> In(INamedTypeSymbol type) =>
        KnownNames.All.Select(static known => known.Name).Where(name => IsTaken(type, name));

    private static bool IsTaken(INamedTypeSymbol type, string name)
    {
        INamedTypeSymbol[] around = [type, .. ContainerReader.Outer(type)];
        if (around.SelectMany(TorchNames.SelfAndBases).Any(declaring => declaring.GetMembers(name).Length > 0))
        {
            return true;
        }
        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (space.GetMembers(name).Any())
            {
                return true;
            }
        }
        return false;
    }
}
