using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[RandAugment]</c>: some operations of one strength on every training image.</summary>
internal sealed class RandAugmentFeature : Feature<RandAugmentAttribute>
{
    public override string ChoiceOf => Choices.Policy;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => ImageInputs.Complaints(use, plan);

    protected override void Contribute(RandAugmentAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "RandAugment", attribute.Operations, nameof(attribute.Operations));
        plan.AddCount(use, "RandAugmentMagnitude", attribute.Magnitude, nameof(attribute.Magnitude));
        plan.Augment(use, Order.Policy, "new RandAugment(settings.RandAugment, settings.RandAugmentMagnitude)");
    }
}
