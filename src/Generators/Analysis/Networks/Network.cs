using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>The network of a class as far as its code shows it.</summary>
internal sealed class Network
{
    private readonly Lazy<HashSet<LayerKind>> _kinds;

    private Network(IReadOnlyList<Node> nodes, Node? output, IReadOnlyList<Node> sequences, Lazy<HashSet<LayerKind>> kinds)
    {
        Nodes = nodes;
        Output = output;
        Sequences = sequences;
        _kinds = kinds;
    }

    /// <summary>What <c>forward</c> does, in the order of its calls.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>What <c>forward</c> gives; null where that is not sure.</summary>
    public Node? Output { get; }

    /// <summary>The layers of every <c>Sequential(…)</c> in the class, also of those that forward is not seen to call.</summary>
    public IReadOnlyList<Node> Sequences { get; }

    public static Network Read(ClassCode code, CancellationToken cancel)
    {
        var modules = new ModuleReader(code);
        var forward = code.Type.GetMembers("forward").OfType<IMethodSymbol>().Select(code.BodyOf).OfType<IBlockOperation>().ToArray();
        var (nodes, output) = forward.Length == 1 ? new ForwardWalker(code, modules).Walk(forward[0]) : ([], null);
        var sequences = code.Factories.SelectMany(factory => Sequence(factory, modules)).ToArray();
        return new Network(nodes, output, sequences, new(() => LayersWithin.Of(code, cancel)));
    }

    /// <summary>Whether the class, or a block of the project that it uses, has a layer of the kind.</summary>
    public bool Has(LayerKind kind) => _kinds.Value.Contains(kind) || Nodes.Any(node => node.Kind == kind);

    private static IEnumerable<Node> Sequence(IInvocationOperation factory, ModuleReader modules)
    {
        if (!ModuleReader.IsSequence(factory))
        {
            yield break;
        }
        var last = new Node(new Layer(LayerKind.Input, Location.None), Location.None, []);
        foreach (var layer in modules.Read(factory, Arguments.None))
        {
            yield return last = new Node(layer, layer.Place, [last]);
        }
    }
}
