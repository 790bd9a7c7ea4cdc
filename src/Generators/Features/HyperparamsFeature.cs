using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Hyperparams]</c>: the numbers that every loop reads.</summary>
internal sealed class HyperparamsFeature : Feature<HyperparamsAttribute>
{
    protected override void Contribute(HyperparamsAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, nameof(attribute.Lr), attribute.Lr);
        plan.AddCount(use, nameof(attribute.BatchSize), attribute.BatchSize);
        plan.AddCount(use, nameof(attribute.Epochs), attribute.Epochs);
        plan.AddInteger(use, nameof(attribute.Seed), attribute.Seed);
        plan.AddInteger(use, nameof(attribute.SplitSeed), attribute.SplitSeed);
    }
}
