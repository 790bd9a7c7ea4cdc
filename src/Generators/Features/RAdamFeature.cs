using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[RAdam]</c>.</summary>
internal sealed class RAdamFeature : Feature<RAdamAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(RAdamAttribute attribute, AttributeUse use, LoopPlan plan) =>
        new OptimizerCall("RAdam", use, plan)
            .Number(nameof(attribute.WeightDecay), attribute.WeightDecay)
            .Number(nameof(attribute.Beta1), attribute.Beta1)
            .Number(nameof(attribute.Beta2), attribute.Beta2)
            .Number(nameof(attribute.Eps), attribute.Eps)
            .FlagWhereWritten(nameof(attribute.Decoupled), attribute.Decoupled)
            .Over(attribute.ExcludeBiasAndNorm);
}
