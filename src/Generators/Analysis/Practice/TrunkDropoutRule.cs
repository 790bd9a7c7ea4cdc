using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>
/// Dropout changes the variance between training and use, which BatchNorm has measured (Li et al., 2019). Before the last convolution, as
/// in networks without fully connected layers, it is where it belongs.
/// </summary>
internal sealed class TrunkDropoutRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.TrunkDropout, "Dropout belongs near the output",
        "This dropout stands between convolutions with BatchNorm: in use the values behind it vary less than in training, when BatchNorm "
        + "measured them, and accuracy is lost; remove it here, and put dropout before the last layer");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override bool HoldsForBlocks => true;

    public override IEnumerable<Diagnostic> Check(ModelReview model) => model.Network.Nodes.Concat(model.Network.Sequences)
        .Where(static node => node.Kind == LayerKind.Dropout && FollowsConvolution(node) && LeadsToTrunk(node))
        .Select(static node => node.Place)
        .Distinct()
        .Select(place => At(place));

    private static bool FollowsConvolution(Node dropout) => Skip(dropout.Before, static node => node.Before)?.Kind == LayerKind.Convolution;

    // The convolution after it is followed by a BatchNorm: it is not the last.
    private static bool LeadsToTrunk(Node dropout) =>
        Skip(dropout.After, static node => node.After) is { Kind: LayerKind.Convolution, After.Kind: LayerKind.BatchNorm };

    private static Node? Skip(Node? node, Func<Node, Node?> next)
    {
        while (node is { Kind: LayerKind.BatchNorm or LayerKind.Activation or LayerKind.Neutral or LayerKind.Resize or LayerKind.Dropout })
        {
            node = next(node);
        }
        return node;
    }
}
