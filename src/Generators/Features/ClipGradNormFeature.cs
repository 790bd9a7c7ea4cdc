using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[ClipGradNorm]</c>: what measures the gradients also scales them.</summary>
internal sealed class ClipGradNormFeature : Feature<ClipGradNormAttribute>
{
    protected override void Contribute(ClipGradNormAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "ClipGradNorm", attribute.MaxNorm, nameof(attribute.MaxNorm));
        plan.Rewrite(Value.GradientNorm, Order.Clip, use, static _ => "run.Gradients.ClipNorm(settings.ClipGradNorm)");
    }
}
