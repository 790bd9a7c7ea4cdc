using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Gradients through many time steps explode (Pascanu et al., 2013).</summary>
internal sealed class UnclippedRecurrenceRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.UnclippedRecurrence, "A recurrent network wants its gradients clipped",
        "{0} is recurrent, and nothing clips its gradients: over many time steps they may grow without bound, and one such step ruins the "
        + "weights; add [ClipGradNorm(1.0)]");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model)
    {
        var isClipped = model.Has<ClipGradNormAttribute>() || model.Has<ClipGradValueAttribute>();
        return isClipped || !model.Network.Has(LayerKind.Recurrent)
            ? []
            : [At(model.PlaceOf<HyperparamsAttribute>(), [Cure.Add("ClipGradNorm(1.0)")], model.Name)];
    }
}
