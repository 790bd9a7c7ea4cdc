using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Adagrad]</c>.</summary>
internal sealed class AdagradFeature : Feature<AdagradAttribute>
{
    public override string ChoiceOf => Choices.Optimizer;

    protected override void Contribute(AdagradAttribute attribute, AttributeUse use, LoopPlan plan) =>
        new OptimizerCall("Adagrad", use, plan)
            .Number(nameof(attribute.WeightDecay), attribute.WeightDecay)
            .Number(nameof(attribute.LrDecay), attribute.LrDecay)
            .Number(nameof(attribute.InitialSum), attribute.InitialSum)
            .Number(nameof(attribute.Eps), attribute.Eps)
            .Over(attribute.ExcludeBiasAndNorm);
}
