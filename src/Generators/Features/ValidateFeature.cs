using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Validate]</c>: what follows an epoch's training becomes a function, which is called within epochs too.</summary>
internal sealed class ValidateFeature : Feature<ValidateAttribute>
{
    protected override void Contribute(ValidateAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "ValidateEverySteps", attribute.EverySteps, nameof(attribute.EverySteps));
        plan.Rewrite(Value.ValidationDue, Order.Decide, use, static _ => "step % settings.ValidateEverySteps == 0");
    }
}
