using Microsoft.CodeAnalysis;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>A layer where a network uses it, between what it reads and what reads it.</summary>
internal sealed class Node
{
    private readonly List<Node> _consumers = [];

    public Node(Layer layer, Location place, IReadOnlyList<Node> inputs)
    {
        Layer = layer;
        Place = place;
        Inputs = inputs;
        foreach (var input in inputs)
        {
            input._consumers.Add(this);
        }
    }

    public Layer Layer { get; }

    public LayerKind Kind => Layer.Kind;

    /// <summary>Where it is called; where it is made, for a layer of a sequence.</summary>
    public Location Place { get; }

    public IReadOnlyList<Node> Inputs { get; }

    /// <summary>What reads it; the end of the network reads nothing here.</summary>
    public IReadOnlyList<Node> Consumers => _consumers;

    /// <summary>What it reads, where that is one thing that nothing else reads; null else.</summary>
    public Node? Before => Inputs.Count == 1 && Inputs[0].Consumers.Count == 1 ? Inputs[0] : null;

    /// <summary>What reads it, where that is one thing that reads nothing else; null else.</summary>
    public Node? After => Consumers.Count == 1 && Consumers[0].Inputs.Count == 1 ? Consumers[0] : null;
}
