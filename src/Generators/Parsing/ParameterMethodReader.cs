using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Finds the methods of a class that list parameters: <c>IEnumerable&lt;Parameter&gt; Head()</c>, or an array or list of them.
/// </summary>
internal static class ParameterMethodReader
{
    public static IEnumerable<string> Read(INamedTypeSymbol type) => TorchNames.SelfAndBases(type)
        .TakeWhile(static declaring => !TorchNames.IsModuleOfTensors(declaring))
        .SelectMany(declaring => declaring.GetMembers().OfType<IMethodSymbol>().Where(method => IsCallable(method, declaring, type)))
        .Where(static method => ListsParameters(method.ReturnType))
        .Select(static method => method.Name)
        .Distinct();

    private static bool IsCallable(IMethodSymbol method, INamedTypeSymbol declaring, INamedTypeSymbol type) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false, Parameters.Length: 0 }
        && (SymbolEqualityComparer.Default.Equals(declaring, type) || method.DeclaredAccessibility != Accessibility.Private);

    private static bool ListsParameters(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => TorchNames.IsParameter(array.ElementType),
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named).Any(static each =>
            each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            && TorchNames.IsParameter(each.TypeArguments[0])),
        _ => false,
    };
}
