using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>BatchNorm takes the mean away, and any bias with it, and adds a shift of its own (Ioffe and Szegedy, 2015).</summary>
internal sealed class BiasBeforeBatchNormRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Info(
        DiagnosticIds.BiasBeforeBatchNorm, "A convolution's bias before BatchNorm does nothing",
        "BatchNorm takes this convolution's bias away with the mean and adds a shift of its own: the bias costs memory and time, and "
        + "drifts on rounding noise; write bias: false");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override bool HoldsForBlocks => true;

    public override IEnumerable<Diagnostic> Check(ModelReview model) => model.Network.Nodes.Concat(model.Network.Sequences)
        .Where(static node => node.Kind == LayerKind.BatchNorm)
        .Select(static node => node.Before?.Layer)
        .Where(static layer => layer is { Kind: LayerKind.Convolution, HasBias: true })
        .Select(static layer => layer!.Place)
        .Distinct()
        .Select(place => At(place));
}
