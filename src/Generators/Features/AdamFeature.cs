using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Adam]</c>.</summary>
internal sealed class AdamFeature : Feature<AdamAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(AdamAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, nameof(attribute.WeightDecay), attribute.WeightDecay);
        plan.AddNumber(use, nameof(attribute.Beta1), attribute.Beta1);
        plan.AddNumber(use, nameof(attribute.Beta2), attribute.Beta2);
        plan.AddNumber(use, nameof(attribute.Eps), attribute.Eps);
        plan.Rewrite(Value.Optimizer, Order.Base, use, _ =>
            $"new Adam({plan.Parameters}, settings.WeightDecay, settings.Beta1, settings.Beta2, settings.Eps)");
    }
}
