using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[NAdam]</c>.</summary>
internal sealed class NAdamFeature : Feature<NAdamAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(NAdamAttribute attribute, AttributeUse use, LoopPlan plan) =>
        new OptimizerCall("NAdam", use, plan)
            .Number(nameof(attribute.WeightDecay), attribute.WeightDecay)
            .Number(nameof(attribute.Beta1), attribute.Beta1)
            .Number(nameof(attribute.Beta2), attribute.Beta2)
            .Number(nameof(attribute.Eps), attribute.Eps)
            .Number(nameof(attribute.MomentumDecay), attribute.MomentumDecay)
            .FlagWhereWritten(nameof(attribute.Decoupled), attribute.Decoupled)
            .Over(attribute.ExcludeBiasAndNorm);
}
