using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Settings;

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
            yield return new Complaint(DiagnosticIds.WarmupLength, AttributeName, [.. written.Skip(1)], detail);
        }
    }

    protected override void Contribute(WarmupAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddLength(
            use, "Warmup", LengthOf(attribute, use), nameof(attribute.Epochs), nameof(attribute.Steps), nameof(attribute.Fraction));
        plan.Rewrite(Value.AnnealingStart, Order.Warmup, use, static _ => "warmupSteps");
        plan.Add(
            Slot.RateStart, Order.Warmup, use,
            "var warmupSteps = Math.Min(settings.Warmup.ToSteps(stepsPerEpoch, totalSteps), totalSteps);",
            "if (step < warmupSteps)",
            "{",
            $"    return {plan.Of(Value.BaseRate).Code} * WarmupCurve.At(step, warmupSteps);",
            "}");
    }

    private static Duration LengthOf(WarmupAttribute attribute, AttributeUse use)
    {
        if (use.Wrote(nameof(attribute.Steps)))
        {
            return Duration.Steps(attribute.Steps);
        }
        return use.Wrote(nameof(attribute.Fraction)) ? Duration.Fraction(attribute.Fraction) : Duration.Epochs(attribute.Epochs);
    }
}
