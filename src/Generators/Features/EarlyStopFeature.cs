using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[EarlyStop]</c>: a counter beside the loop, asked after each validation.</summary>
internal sealed class EarlyStopFeature : Feature<EarlyStopAttribute>
{
    private const string LongEnough = " && step >= settings.EarlyStopMinEpochs * run.StepsPerEpoch";

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan) => Monitor.Complaints(use, plan);

    protected override void Contribute(EarlyStopAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddCount(use, "EarlyStop", attribute.Patience, nameof(attribute.Patience));
        plan.AddNumber(use, "EarlyStopMinDelta", attribute.MinDelta, nameof(attribute.MinDelta));
        var longEnough = use.Wrote(nameof(attribute.MinEpochs)) ? LongEnough : "";
        if (longEnough.Length > 0)
        {
            plan.AddCount(use, "EarlyStopMinEpochs", attribute.MinEpochs, nameof(attribute.MinEpochs));
        }
        plan.Add(
            Slot.Setup, Order.Decide, use,
            "var earlyStop = new EarlyStopping(settings.EarlyStop, settings.EarlyStopMinDelta);",
            "run.Keep(\"EarlyStop\", earlyStop);");
        plan.MonitorBest(use);
        plan.Add(
            Slot.ValidationDone, Order.Decide, use,
            $"if (earlyStop.Update({Monitor.Of(use)}){longEnough})",
            "{",
            "    stop = StopReason.EarlyStopped;",
            "}");
    }
}
