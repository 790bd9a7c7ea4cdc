using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[CosineRestarts]</c>: anneals again and again from where the start of the schedule ends.</summary>
internal sealed class CosineRestartsFeature : Feature<CosineRestartsAttribute>
{
    public override string ChoiceOf => Choices.Schedule;

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => Lengths.Complaints(
        use, Lengths.Arguments, "CosineRestarts(10)", "[CosineRestarts(Steps = 500)] or [CosineRestarts(Fraction = 0.25)]");

    protected override void Contribute(CosineRestartsAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        var length = Lengths.Of(use, attribute.Epochs, attribute.Steps, attribute.Fraction);
        plan.AddLength(use, "CosineRestarts", length, [.. Lengths.Arguments]);
        plan.AddCount(use, "CosineRestartsMultiplier", attribute.Multiplier, nameof(attribute.Multiplier));
        plan.AddNumber(use, "CosineRestartsMinLr", attribute.MinLr, nameof(attribute.MinLr));
        plan.Add(
            Slot.RateStart, Order.Anneal, use,
            "var period = settings.CosineRestarts.ToSteps(stepsPerEpoch, totalSteps);",
            $"var steps = ScheduleProgress.Steps(step, {plan.Of(Value.AnnealingStart).Code}, totalSteps);");
        plan.Sketch.Rate(Order.Anneal, (at, lr) => CosineRestartsCurve.At(
            lr, attribute.MinLr, at.Steps, length.ToSteps(at.StepsPerEpoch, at.TotalSteps), attribute.Multiplier));
        plan.Rewrite(Value.Rate, Order.Anneal, use, static lr =>
            $"CosineRestartsCurve.At({lr}, settings.CosineRestartsMinLr, steps, period, settings.CosineRestartsMultiplier)");
    }
}
