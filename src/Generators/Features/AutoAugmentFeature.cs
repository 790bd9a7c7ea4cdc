using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[AutoAugment]</c>: a learned pair of operations on every training image.</summary>
internal sealed class AutoAugmentFeature : Feature<AutoAugmentAttribute>
{
    public override string ChoiceOf => Choices.Policy;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var policy = AttributeObject.Rebuild<AutoAugmentAttribute>(use).Policy;
        return ImageInputs.Complaints(use, plan)
            .Concat(ChoiceComplaint.Of(use, "AutoAugment", policy, nameof(AutoAugmentAttribute.Policy)));
    }

    protected override void Contribute(AutoAugmentAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddChoice(use, "AutoAugment", attribute.Policy, nameof(attribute.Policy));
        plan.Augment(use, Order.Policy, "new AutoAugment(settings.AutoAugment)");
    }
}
