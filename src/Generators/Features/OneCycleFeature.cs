using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[OneCycle]</c>: the whole way of the rate, its rise included.</summary>
internal sealed class OneCycleFeature : Feature<OneCycleAttribute>
{
    public override string ChoiceOf => Choices.Schedule;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => ChoiceComplaint.Of(
        use, "OneCycleAnneal", AttributeObject.Rebuild<OneCycleAttribute>(use).Anneal, nameof(OneCycleAttribute.Anneal));

    protected override void Contribute(OneCycleAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "OneCyclePctStart", attribute.PctStart, nameof(attribute.PctStart));
        plan.AddNumber(use, "OneCycleDivFactor", attribute.DivFactor, nameof(attribute.DivFactor));
        plan.AddNumber(use, "OneCycleFinalDivFactor", attribute.FinalDivFactor, nameof(attribute.FinalDivFactor));
        plan.AddChoice(use, "OneCycleAnneal", attribute.Anneal, nameof(attribute.Anneal));
        plan.AddFlag(use, "OneCycleThreePhase", attribute.ThreePhase, nameof(attribute.ThreePhase));
        plan.Sketch.Rate(Order.Anneal, (at, lr) => OneCycleCurve.At(
            lr, at.Step, at.TotalSteps, attribute.PctStart, attribute.DivFactor, attribute.FinalDivFactor, attribute.Anneal,
            attribute.ThreePhase));
        plan.Rewrite(Value.Rate, Order.Anneal, use, static lr =>
            $"OneCycleCurve.At({lr}, step, totalSteps, settings.OneCyclePctStart, settings.OneCycleDivFactor, "
            + "settings.OneCycleFinalDivFactor, settings.OneCycleAnneal, settings.OneCycleThreePhase)");
    }
}
