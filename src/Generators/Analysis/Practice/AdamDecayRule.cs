using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Adam divides its L2 term by the size of the gradient; AdamW does not (Loshchilov and Hutter, 2019).</summary>
internal sealed class AdamDecayRule : PracticeRule
{
    private static readonly DiagnosticDescriptor Finding = Analysis.Descriptor.Warning(
        DiagnosticIds.DecayWithAdam, "Weight decay is meant for AdamW",
        "Adam adds the weight decay {0} to the gradient and then divides by the gradient's size, so that the weights that change most "
        + "decay least; AdamW decays all alike: write [AdamW]");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Check(ModelReview model) =>
        from adam in model.All<AdamAttribute>(nameof(AdamAttribute.WeightDecay))
        where adam.Attribute.WeightDecay > 0 && model.Plan.OptimizerName == "Adam"
        select At(adam.Place, [Cure.Rename("", "AdamW")], NumberText.Format(adam.Attribute.WeightDecay));
}
