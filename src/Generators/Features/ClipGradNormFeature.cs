using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[ClipGradNorm]</c>: what measures the gradients also scales them.</summary>
internal sealed class ClipGradNormFeature : Feature<ClipGradNormAttribute>
{
    public override string ChoiceOf => Choices.Clipping;

    protected override void Contribute(ClipGradNormAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "ClipGradNorm", attribute.MaxNorm, nameof(attribute.MaxNorm));
        var type = "";
        if (use.Wrote(nameof(attribute.NormType)))
        {
            plan.AddNumber(use, "ClipGradNormType", attribute.NormType, nameof(attribute.NormType));
            type = ", settings.ClipGradNormType";
        }
        plan.Rewrite(Value.GradientNorm, Order.Clip, use, _ => $"run.Gradients.ClipNorm(settings.ClipGradNorm{type})");
    }
}
