using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>
/// A sum around every two or three convolutions lets gradients pass (He et al., 2016). It costs nothing where the resolution stays, so
/// that is where blocks are counted: VGG-16, with three to a stage, is not meant.
/// </summary>
internal sealed class PlainDepthRule : PracticeRule
{
    private const int Deepest = 3;

    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Info(
        DiagnosticIds.PlainDepth, "Residual connections help from about three layers of depth on",
        "This is convolution {0} in a row at one resolution with no sum around them: gradients fade through so many; write "
        + "x = relu(x + block.call(x)) around every two of them");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model) => model.Network.Nodes
        .Where(static node => node.Before is null)
        .Select(TooDeep)
        .OfType<Layer>()
        .Select(layer => At(layer.Place, Deepest + 1));

    // The first convolution too many of what begins here; none where the chain ends in a sum, or is read twice, as before one.
    private static Layer? TooDeep(Node start)
    {
        Layer? found = null;
        var (row, open) = (0, false);
        var last = start;
        for (var node = start; node is not null; node = node.After)
        {
            last = node;
            (row, open) = node.Kind switch
            {
                LayerKind.Convolution => node.Layer switch
                {
                    { Stride: 1, Kernel: > 1 } => (open ? row : row + 1, true),
                    { Stride: 1, Kernel: 1 } => (row, open),
                    { Stride: > 1, Kernel: > 1 } => (1, true),
                    _ => (0, false),
                },
                LayerKind.Activation => (row, false),
                LayerKind.BatchNorm or LayerKind.Neutral or LayerKind.Dropout => (row, open),
                _ => (0, false),
            };
            found ??= node.Kind == LayerKind.Convolution && row > Deepest ? node.Layer : null;
        }
        return last.Consumers.Count == 0 ? found : null;
    }
}
