using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[AdamW]</c>.</summary>
internal sealed class AdamWFeature : Feature<AdamWAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(AdamWAttribute attribute, AttributeUse use, LoopPlan plan) =>
        new OptimizerCall("AdamW", use, plan)
            .Number(nameof(attribute.WeightDecay), attribute.WeightDecay)
            .Number(nameof(attribute.Beta1), attribute.Beta1)
            .Number(nameof(attribute.Beta2), attribute.Beta2)
            .Number(nameof(attribute.Eps), attribute.Eps)
            .FlagWhereWritten(nameof(attribute.Amsgrad), attribute.Amsgrad)
            .Over(attribute.ExcludeBiasAndNorm);
}
