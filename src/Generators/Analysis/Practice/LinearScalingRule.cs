using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Proportional scaling of the rate belongs to SGD (Malladi et al., 2022).</summary>
internal sealed class LinearScalingRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Info(
        DiagnosticIds.LinearScalingOfAdaptive, "Linear scaling of the rate was found for SGD",
        "[ScaleLr] scales the rate in proportion to the batch, which was found for SGD; with an adaptive optimizer consider "
        + "Rule = ScaleRule.SquareRoot");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model) =>
        from scaling in model.All<ScaleLrAttribute>(nameof(ScaleLrAttribute.Rule))
        where scaling.Attribute.Rule == ScaleRule.Linear && model.IsAdaptive
        select At(scaling.Place, [Cure.Set("", nameof(ScaleLrAttribute.Rule), "ScaleRule.SquareRoot")]);
}
