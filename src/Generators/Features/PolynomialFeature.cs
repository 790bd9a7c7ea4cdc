using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Polynomial]</c>: falls by a power of what is left after the start of the schedule.</summary>
internal sealed class PolynomialFeature : Feature<PolynomialAttribute>
{
    public override string ChoiceOf => Choices.Schedule;

    protected override void Contribute(PolynomialAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "Polynomial", attribute.Power, nameof(attribute.Power));
        plan.AddNumber(use, "PolynomialMinLr", attribute.MinLr, nameof(attribute.MinLr));
        plan.Add(
            Slot.RateStart, Order.Anneal, use,
            $"var done = ScheduleProgress.Of(step, {plan.Of(Value.AnnealingStart).Code}, totalSteps);");
        plan.Sketch.Rate(Order.Anneal, (at, lr) => PolynomialCurve.At(lr, attribute.MinLr, attribute.Power, at.Done));
        plan.Rewrite(Value.Rate, Order.Anneal, use, static lr =>
            $"PolynomialCurve.At({lr}, settings.PolynomialMinLr, settings.Polynomial, done)");
    }
}
