using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[MixUp]</c>: trains on sums of two samples.</summary>
internal sealed class MixUpFeature : Feature<MixUpAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => MixedSamples.Complaints(use, plan);

    protected override void Contribute(MixUpAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "MixUp", attribute.Alpha, nameof(attribute.Alpha));
        plan.Mix(use, "mixUp: settings.MixUp");
    }
}
