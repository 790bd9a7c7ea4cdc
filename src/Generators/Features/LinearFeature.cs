using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Linear]</c>: falls in a line from where the start of the schedule ends.</summary>
internal sealed class LinearFeature : Feature<LinearAttribute>
{
    public override string ChoiceOf => Choices.Schedule;

    protected override void Contribute(LinearAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "LinearMinLr", attribute.MinLr, nameof(attribute.MinLr));
        plan.Sketch.Rate(Order.Anneal, (at, lr) => LinearCurve.At(lr, attribute.MinLr, at.Done));
        plan.Rewrite(Value.Rate, Order.Anneal, use, lr =>
            $"LinearCurve.At({lr}, settings.LinearMinLr, ScheduleProgress.Of(step, {plan.Of(Value.AnnealingStart).Code}, totalSteps))");
    }
}
