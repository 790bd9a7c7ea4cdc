using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Ema]</c>: averages after each step, and trades places with the weights while they are measured and offered.</summary>
internal sealed class EmaFeature : Feature<EmaAttribute>
{
    public override string ChoiceOf => Choices.Averaging;

    protected override void Contribute(EmaAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        plan.AddNumber(use, "Ema", attribute.Decay, nameof(attribute.Decay));
        plan.AddFlag(use, "EmaWarmup", attribute.Warmup, nameof(attribute.Warmup));
        plan.Add(
            Slot.Setup, Order.Average, use,
            "using var ema = new ExponentialAverage(model, settings.Ema, settings.EmaWarmup);",
            "run.Keep(\"Ema\", ema);");
        plan.Add(Slot.StepDone, Order.Average, use, "ema.Update();");
        plan.Add(Slot.ValidationStart, Order.Average, use, "ema.Swap();");
        plan.Add(Slot.BestOffered, Order.Average, use, "ema.Swap();");
    }
}
