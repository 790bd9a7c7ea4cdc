using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[ClipGradValue]</c>: what measures the gradients also bounds their numbers.</summary>
internal sealed class ClipGradValueFeature : Feature<ClipGradValueAttribute>
{
    public override string ChoiceOf => Choices.Clipping;

    protected override void Contribute(ClipGradValueAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "ClipGradValue", attribute.Max, nameof(attribute.Max));
        plan.Rewrite(Value.GradientNorm, Order.Clip, use, static _ => "run.Gradients.ClipValue(settings.ClipGradValue)");
    }
}
