using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Binary cross-entropy with logits applies the sigmoid itself, where it is numerically stable.</summary>
internal sealed class SigmoidIntoLogitsRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.SigmoidIntoLogits, "A binary cross-entropy with logits applies the sigmoid itself",
        "forward ends with a sigmoid, and the loss, a binary cross-entropy with logits, applies one itself: of two, no score can say a "
        + "sure no, and gradients are small; give the scores as they are");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model) =>
        LastLayer.Of(model.Network) is { Kind: LayerKind.Sigmoid } last && Criteria.IsLogistic(model) ? [At(last.Place)] : [];
}
