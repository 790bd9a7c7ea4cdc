using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[EarlyStop]</c>: a counter beside the loop, asked after each validation.</summary>
internal sealed class EarlyStopFeature : Feature<EarlyStopAttribute>
{
    protected override void Contribute(EarlyStopAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "EarlyStop", attribute.Patience, nameof(attribute.Patience));
        plan.AddNumber(use, "EarlyStopMinDelta", attribute.MinDelta, nameof(attribute.MinDelta));
        plan.Add(Slot.Setup, Order.Decide, use, "var earlyStop = new EarlyStopping(settings.EarlyStop, settings.EarlyStopMinDelta);");
        plan.Add(
            Slot.ValidationDone, Order.Decide, use,
            "if (earlyStop.Update(validation.Loss))",
            "{",
            "    stop = StopReason.EarlyStopped;",
            "}");
    }
}
