using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Warmup]</c>: the rate rises first; what follows starts after it.</summary>
internal sealed class WarmupFeature : Feature<WarmupAttribute>
{
    public override IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        var written = use.Arguments.Select(static argument => argument.Name).ToArray();
        if (written.Length != 1)
        {
            var detail = written.Length == 0 ? "no length" : $"{written.Length} lengths ({string.Join(", ", written)})";
            yield return new Complaint(DiagnosticIds.WarmupLength, AttributeName, [.. written.Skip(1)], detail)
            {
                Cures = written.Length == 0 ? [Cure.Replace("Warmup(5)")] : [],
            };
        }
    }

    protected override void Contribute(WarmupAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        var length = Lengths.Of(use, attribute.Epochs, attribute.Steps, attribute.Fraction);
        plan.AddLength(use, "Warmup", length, [.. Lengths.Arguments]);
        plan.Sketch.Move(at => at with { AnnealingStart = Math.Min(length.ToSteps(at.StepsPerEpoch, at.TotalSteps), at.TotalSteps) });
        plan.Sketch.Rate(Order.Warmup, static (at, lr) => at.IsRising ? lr * WarmupCurve.At(at.Step, at.AnnealingStart) : lr);
        plan.Rewrite(Value.AnnealingStart, Order.Warmup, use, static _ => "warmupSteps");
        plan.Add(
            Slot.RateStart, Order.Warmup, use,
            "var warmupSteps = Math.Min(settings.Warmup.ToSteps(stepsPerEpoch, totalSteps), totalSteps);",
            "if (step < warmupSteps)",
            "{",
            $"    return {plan.BaseRate} * WarmupCurve.At(step, warmupSteps);",
            "}");
    }
}
