using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[CutMix]</c>: trains on images with a rectangle of another one.</summary>
internal sealed class CutMixFeature : Feature<CutMixAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => MixedSamples.Complaints(use, plan);

    protected override void Contribute(CutMixAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "CutMix", attribute.Alpha, nameof(attribute.Alpha));
        plan.Mix(use, "cutMix: settings.CutMix");
    }
}
