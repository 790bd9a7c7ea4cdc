using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Features;

/// <summary><c>[StepDecay]</c>: drops at regular distances from where the start of the schedule ends, or at points of the run.</summary>
internal sealed class StepDecayFeature : Feature<StepDecayAttribute>
{
    public override string ChoiceOf => Choices.Schedule;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => Lengths.Complaints(
        use, [.. Lengths.Arguments, nameof(StepDecayAttribute.Milestones)],
        "StepDecay(30)", "[StepDecay(Steps = 500)], [StepDecay(Fraction = 0.25)] or epochs as Milestones");

    protected override void Contribute(StepDecayAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        if (use.Wrote(nameof(attribute.Milestones)))
        {
            plan.AddMilestones(use, "StepDecayMilestones", attribute.Milestones, nameof(attribute.Milestones));
            var milestones = Milestones.AtEpochs(attribute.Milestones ?? []);
            plan.Sketch.Rate(Order.Anneal, (at, lr) =>
                StepDecayCurve.At(lr, attribute.Gamma, at.IsRising ? 0 : milestones.Passed(at.Step, at.StepsPerEpoch, at.TotalSteps)));
            plan.Add(
                Slot.RateStart, Order.Anneal, use, "var drops = settings.StepDecayMilestones.Passed(step, stepsPerEpoch, totalSteps);");
        }
        else
        {
            var length = Lengths.Of(use, attribute.Epochs, attribute.Steps, attribute.Fraction);
            plan.AddLength(use, "StepDecay", length, [.. Lengths.Arguments]);
            plan.Sketch.Rate(Order.Anneal, (at, lr) => StepDecayCurve.At(
                lr, attribute.Gamma, StepDecayCurve.Drops(at.Steps, length.ToSteps(at.StepsPerEpoch, at.TotalSteps))));
            plan.Add(
                Slot.RateStart, Order.Anneal, use,
                "var period = settings.StepDecay.ToSteps(stepsPerEpoch, totalSteps);",
                $"var steps = ScheduleProgress.Steps(step, {plan.Of(Value.AnnealingStart).Code}, totalSteps);",
                "var drops = StepDecayCurve.Drops(steps, period);");
        }
        plan.AddNumber(use, "StepDecayGamma", attribute.Gamma, nameof(attribute.Gamma));
        plan.Rewrite(Value.Rate, Order.Anneal, use, static lr => $"StepDecayCurve.At({lr}, settings.StepDecayGamma, drops)");
    }
}
