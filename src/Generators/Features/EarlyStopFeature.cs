using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[EarlyStop]</c>: a counter beside the loop, asked after each validation.</summary>
internal sealed class EarlyStopFeature : Feature<EarlyStopAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => Monitor.Complaints(use, plan);

    protected override void Contribute(EarlyStopAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "EarlyStop", attribute.Patience, nameof(attribute.Patience));
        plan.AddNumber(use, "EarlyStopMinDelta", attribute.MinDelta, nameof(attribute.MinDelta));
        plan.Add(Slot.Setup, Order.Decide, use, "var earlyStop = new EarlyStopping(settings.EarlyStop, settings.EarlyStopMinDelta);");
        plan.MonitorBest(use);
        plan.Add(
            Slot.ValidationDone, Order.Decide, use,
            $"if (earlyStop.Update({Monitor.Of(use)}))",
            "{",
            "    stop = StopReason.EarlyStopped;",
            "}");
    }
}
