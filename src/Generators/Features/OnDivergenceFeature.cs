using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[OnDivergence]</c>: bad steps that are tolerated, or a way back to the last checkpoint.</summary>
internal sealed class OnDivergenceFeature : Feature<OnDivergenceAttribute>
{
    private static readonly string[] OfRollback = [nameof(OnDivergenceAttribute.LrFactor), nameof(OnDivergenceAttribute.Rollbacks)];

    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var action = AttributeObject.Rebuild<OnDivergenceAttribute>(use).Action;
        if (!Enum.IsDefined(typeof(DivergenceAction), action))
        {
            var words = string.Join(", ", Enum.GetNames(typeof(DivergenceAction)));
            yield return new Complaint(
                DiagnosticIds.OutOfRange, AttributeName, [nameof(OnDivergenceAttribute.Action)],
                $"OnDivergence is {action} but must be one of {words}");
        }
        else if (action != DivergenceAction.Rollback && OfRollback.FirstOrDefault(use.Wrote) is { } argument)
        {
            yield return new Complaint(
                DiagnosticIds.RollbackArgumentUnused, AttributeName, [argument],
                $"OnDivergence's {argument} is about going back to a checkpoint, and {action} does not go back; "
                + "write [OnDivergence(DivergenceAction.Rollback)], or remove the argument")
            {
                Cures =
                [
                    Cure.Set("", "action", $"{nameof(DivergenceAction)}.{nameof(DivergenceAction.Rollback)}"),
                    Cure.RemoveArgument(argument),
                ],
            };
        }
    }

    protected override void Contribute(OnDivergenceAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        if (attribute.Action == DivergenceAction.Skip)
        {
            plan.Add(Slot.Setup, Order.Decide, use, "run.Recorder.TolerateSkips();");
        }
        if (attribute.Action != DivergenceAction.Rollback)
        {
            return;
        }
        plan.AddNumber(use, "OnDivergenceLrFactor", attribute.LrFactor, nameof(attribute.LrFactor));
        plan.AddCount(use, "OnDivergenceRollbacks", attribute.Rollbacks, nameof(attribute.Rollbacks));
        plan.Add(
            Slot.Setup, Order.Decide, use,
            "var rollback = new DivergenceRollback(settings.OnDivergenceRollbacks, settings.OnDivergenceLrFactor);",
            "run.Keep(\"OnDivergence\", rollback);");
        plan.Rewrite(Value.StepRate, Order.Decide, use, static rate => $"{rate} * rollback.Factor");
        plan.Add(
            Slot.TrainingStopped, Order.Decide, use,
            "if (stop is StopReason.Diverged && run.Recovery.CanRewind && rollback.TryAgain())",
            "{",
            "    (epoch, step, stop) = run.Recovery.Rewind();",
            "    continue;",
            "}");
    }
}
