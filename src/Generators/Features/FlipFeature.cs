using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Flip]</c>: training images are mirrored.</summary>
internal sealed class FlipFeature : Feature<FlipAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => ImageInputs.Complaints(use, plan);

    protected override void Contribute(FlipAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "Flip", attribute.Horizontal, nameof(attribute.Horizontal));
        plan.AddNumber(use, "FlipVertical", attribute.Vertical, nameof(attribute.Vertical));
        plan.Augment(use, Order.Flip, "new Flip(settings.Flip, settings.FlipVertical)");
    }
}
