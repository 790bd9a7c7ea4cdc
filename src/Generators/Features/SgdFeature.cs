using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Sgd]</c>.</summary>
internal sealed class SgdFeature : Feature<SgdAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(SgdAttribute attribute, AttributeUse use, LoopPlan plan) =>
        new OptimizerCall("Sgd", use, plan)
            .Number(nameof(attribute.Momentum), attribute.Momentum)
            .Flag(nameof(attribute.Nesterov), attribute.Nesterov)
            .Number(nameof(attribute.WeightDecay), attribute.WeightDecay)
            .NumberWhereWritten(nameof(attribute.Dampening), attribute.Dampening)
            .Over(attribute.ExcludeBiasAndNorm);
}
