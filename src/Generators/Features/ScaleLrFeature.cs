using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[ScaleLr]</c>: the rate that everything starts from follows the batch.</summary>
internal sealed class ScaleLrFeature : Feature<ScaleLrAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) =>
        ChoiceComplaint.Of(use, "ScaleLrRule", AttributeObject.Rebuild<ScaleLrAttribute>(use).Rule, nameof(ScaleLrAttribute.Rule));

    protected override void Contribute(ScaleLrAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "ScaleLrBaseBatchSize", attribute.BaseBatchSize, nameof(attribute.BaseBatchSize));
        plan.AddChoice(use, "ScaleLrRule", attribute.Rule, nameof(attribute.Rule));
        plan.Rewrite(Value.BaseRate, Order.Base, use, lr =>
            $"ScaleLrCurve.At({lr}, {plan.Of(Value.SamplesPerStep).Code}, settings.ScaleLrBaseBatchSize, settings.ScaleLrRule)");
    }
}
