using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Exponential]</c>: falls by a factor per epoch from where the start of the schedule ends.</summary>
internal sealed class ExponentialFeature : Feature<ExponentialAttribute>
{
    public override string ChoiceOf => Choices.Schedule;

    protected override void Contribute(ExponentialAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "Exponential", attribute.Gamma, nameof(attribute.Gamma));
        plan.Add(
            Slot.RateStart, Order.Anneal, use,
            $"var steps = ScheduleProgress.Steps(step, {plan.Of(Value.AnnealingStart).Code}, totalSteps);");
        plan.Sketch.Rate(Order.Anneal, (at, lr) => ExponentialCurve.At(lr, attribute.Gamma, at.Steps, at.StepsPerEpoch));
        plan.Rewrite(Value.Rate, Order.Anneal, use, static lr => $"ExponentialCurve.At({lr}, settings.Exponential, steps, stepsPerEpoch)");
    }
}
