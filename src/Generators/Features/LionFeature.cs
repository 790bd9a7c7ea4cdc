using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Lion]</c>.</summary>
internal sealed class LionFeature : Feature<LionAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(LionAttribute attribute, AttributeUse use, LoopPlan plan) =>
        new OptimizerCall("Lion", use, plan)
            .Number(nameof(attribute.WeightDecay), attribute.WeightDecay)
            .Number(nameof(attribute.Beta1), attribute.Beta1)
            .Number(nameof(attribute.Beta2), attribute.Beta2)
            .Over(attribute.ExcludeBiasAndNorm);
}
