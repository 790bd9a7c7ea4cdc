using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>The kinds of layers that a class and the blocks of its project are made of, wherever in them they stand.</summary>
internal static class LayersWithin
{
    public static HashSet<LayerKind> Of(ClassCode code, CancellationToken cancel)
    {
        var kinds = new HashSet<LayerKind>(
            code.Factories.Select(static factory => LayerKinds.OfModule(factory.TargetMethod.ReturnType.Name)));
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { code.Type };
        var open = new Stack<INamedTypeSymbol>(code.Created.Concat(BlocksOf(code.Type, kinds)).Where(TorchCalls.IsModule));
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (!seen.Add(block.OriginalDefinition))
            {
                continue;
            }
            AddMade(block, kinds, cancel);
            foreach (var inner in BlocksOf(block, kinds))
            {
                open.Push(inner);
            }
        }
        return kinds;
    }

    // The classes of the fields, up to TorchSharp's own, whose kinds are noted.
    private static IEnumerable<INamedTypeSymbol> BlocksOf(INamedTypeSymbol type, HashSet<LayerKind> kinds)
    {
        var types = TorchNames.SelfAndBases(type)
            .TakeWhile(static declaring => declaring.DeclaringSyntaxReferences.Length > 0)
            .SelectMany(static declaring => declaring.GetMembers().OfType<IFieldSymbol>())
            .Select(static field => field.Type).OfType<INamedTypeSymbol>().Where(TorchCalls.IsModule).ToArray();
        kinds.UnionWith(types.Where(TorchCalls.IsTorchModule).Select(static known => LayerKinds.OfModule(known.Name)));
        return types.Where(static own => !TorchCalls.IsTorchModule(own));
    }

    // Its code belongs to another symbol: what it makes is read by name.
    private static void AddMade(INamedTypeSymbol block, HashSet<LayerKind> kinds, CancellationToken cancel) => kinds.UnionWith(
        block.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(cancel).DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Select(static call => LayerNames.NameOf(call.Expression))
            .Where(static name => name.Length > 0 && char.IsUpper(name[0]))
            .Select(LayerKinds.OfModule));
}
