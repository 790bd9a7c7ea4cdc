using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[RmsProp]</c>.</summary>
internal sealed class RmsPropFeature : Feature<RmsPropAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(RmsPropAttribute attribute, AttributeUse use, LoopPlan plan) =>
        new OptimizerCall("RmsProp", use, plan)
            .Number(nameof(attribute.WeightDecay), attribute.WeightDecay)
            .Number(nameof(attribute.Alpha), attribute.Alpha)
            .Number(nameof(attribute.Eps), attribute.Eps)
            .Number(nameof(attribute.Momentum), attribute.Momentum)
            .FlagWhereWritten(nameof(attribute.Centered), attribute.Centered)
            .Over(attribute.ExcludeBiasAndNorm);
}
