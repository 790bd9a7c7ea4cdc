using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Sgd]</c>.</summary>
internal sealed class SgdFeature : Feature<SgdAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(SgdAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, nameof(attribute.Momentum), attribute.Momentum);
        plan.AddFlag(use, nameof(attribute.Nesterov), attribute.Nesterov);
        plan.AddNumber(use, nameof(attribute.WeightDecay), attribute.WeightDecay);
        plan.Rewrite(Value.Optimizer, Order.Base, use, _ =>
            $"new Sgd({plan.Parameters}, settings.Momentum, settings.Nesterov, settings.WeightDecay)");
    }
}
