using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[RandomCrop]</c>: training images are seen through a window that moves.</summary>
internal sealed class RandomCropFeature : Feature<RandomCropAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => ImageInputs.Complaints(use, plan);

    protected override void Contribute(RandomCropAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "RandomCrop", attribute.Padding, nameof(attribute.Padding));
        plan.Augment(use, Order.Crop, "new RandomCrop(settings.RandomCrop)");
    }
}
