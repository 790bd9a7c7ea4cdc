using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Cosine]</c>: anneals from where the start of the schedule ends.</summary>
internal sealed class CosineFeature : Feature<CosineAttribute>
{
    public override string ChoiceOf => Choices.Schedule;

    protected override void Contribute(CosineAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "CosineMinLr", attribute.MinLr, nameof(attribute.MinLr));
        plan.Sketch.Rate(Order.Anneal, (at, lr) => CosineCurve.At(lr, attribute.MinLr, at.Done));
        plan.Rewrite(Value.Rate, Order.Anneal, use, lr =>
            $"CosineCurve.At({lr}, settings.CosineMinLr, ScheduleProgress.Of(step, {plan.Of(Value.AnnealingStart).Code}, totalSteps))");
    }
}
