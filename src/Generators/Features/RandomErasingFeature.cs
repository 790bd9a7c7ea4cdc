using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[RandomErasing]</c>: training images with a part taken away.</summary>
internal sealed class RandomErasingFeature : Feature<RandomErasingAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => ImageInputs.Complaints(use, plan);

    protected override void Contribute(RandomErasingAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "RandomErasing", attribute.Probability, nameof(attribute.Probability));
        plan.AddNumber(use, "RandomErasingMinArea", attribute.MinArea, nameof(attribute.MinArea));
        plan.AddNumber(use, "RandomErasingMaxArea", attribute.MaxArea, nameof(attribute.MaxArea));
        plan.Augment(
            use, Order.Erase, "new RandomErasing(settings.RandomErasing, settings.RandomErasingMinArea, settings.RandomErasingMaxArea)");
    }
}
