using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[TrivialAugment]</c>: one operation of any strength on every training image.</summary>
internal sealed class TrivialAugmentFeature : Feature<TrivialAugmentAttribute>
{
    public override string ChoiceOf => Choices.Policy;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => ImageInputs.Complaints(use, plan);

    protected override void Contribute(TrivialAugmentAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.Augment(use, Order.Policy, "new TrivialAugment()");
    }
}
