using TrainSdk.Generators.Analysis.Networks;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>What a network does last, besides giving its numbers another arrangement.</summary>
internal static class LastLayer
{
    public static Node? Of(Network network)
    {
        var node = network.Output;
        while (node is { Kind: LayerKind.Reshape, Inputs.Count: 1 })
        {
            node = node.Inputs[0];
        }
        return node;
    }
}
