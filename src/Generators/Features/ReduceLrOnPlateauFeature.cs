using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[ReduceLrOnPlateau]</c>: a factor on the schedule, lowered by what validation says.</summary>
internal sealed class ReduceLrOnPlateauFeature : Feature<ReduceLrOnPlateauAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var mode = AttributeObject.Rebuild<ReduceLrOnPlateauAttribute>(use).ThresholdMode;
        return ChoiceComplaint.Of(use, "ReduceLrOnPlateauThresholdMode", mode, nameof(ReduceLrOnPlateauAttribute.ThresholdMode))
            .Concat(Monitor.Complaints(use, plan));
    }

    protected override void Contribute(ReduceLrOnPlateauAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "ReduceLrOnPlateau", attribute.Patience, nameof(attribute.Patience));
        plan.AddNumber(use, "ReduceLrOnPlateauFactor", attribute.Factor, nameof(attribute.Factor));
        plan.AddNumber(use, "ReduceLrOnPlateauThreshold", attribute.Threshold, nameof(attribute.Threshold));
        plan.AddChoice(use, "ReduceLrOnPlateauThresholdMode", attribute.ThresholdMode, nameof(attribute.ThresholdMode));
        plan.AddCount(use, "ReduceLrOnPlateauCooldown", attribute.Cooldown, nameof(attribute.Cooldown));
        plan.AddNumber(use, "ReduceLrOnPlateauMinLr", attribute.MinLr, nameof(attribute.MinLr));
        plan.Add(
            Slot.Setup, Order.Plateau, use,
            $"var plateau = new LrPlateau({plan.BaseRate}, settings.ReduceLrOnPlateau, settings.ReduceLrOnPlateauFactor, "
            + "settings.ReduceLrOnPlateauThreshold, settings.ReduceLrOnPlateauThresholdMode, settings.ReduceLrOnPlateauCooldown, "
            + "settings.ReduceLrOnPlateauMinLr);",
            "run.Keep(\"ReduceLrOnPlateau\", plateau);");
        plan.Rewrite(Value.StepRate, Order.Plateau, use, static rate => $"{rate} * plateau.Factor");
        plan.Add(Slot.ValidationDone, Order.Plateau, use, $"plateau.Update({Monitor.Of(use)});");
    }
}
