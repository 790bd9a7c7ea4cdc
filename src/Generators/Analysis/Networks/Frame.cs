using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>A method while it is walked: what its locals and parameters hold.</summary>
internal sealed class Frame(Arguments arguments)
{
    private readonly Dictionary<ISymbol, Node> _values = new(SymbolEqualityComparer.Default);
    private readonly List<Node?> _returned = [];

    public Arguments Arguments => arguments;

    /// <summary>What the method gives; null where it may give several things, or one that is not followed.</summary>
    public Node? Result => _returned.Count == 1 ? _returned[0] : null;

    public Node? this[ISymbol symbol] => _values.TryGetValue(symbol, out var node) ? node : null;

    public void Set(ISymbol symbol, Node node) => _values[symbol] = node;

    /// <summary>Notes what is returned; null for what is not followed.</summary>
    public void Return(Node? node) => _returned.Add(node);
}
