using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary><c>[Accumulate]</c>: a step is made of a window of batches, whose gradients add up and are averaged.</summary>
internal sealed class AccumulateFeature : Feature<AccumulateAttribute>
{
    protected override void Contribute(AccumulateAttribute attribute, AttributeUse use, LoopPlan plan)
    {
        var (loss, weight) = plan.HasWeightedLoss ? ("sum, weight", "window.Weight, ") : ("loss", "");
        plan.AddCount(use, "Accumulate", attribute.Batches, nameof(attribute.Batches));
        plan.Rewrite(Value.SamplesPerStep, Order.Accumulate, use, static samples => $"{samples} * settings.Accumulate");
        var micro = attribute.Auto ? ", microBatches" : "";
        plan.Rewrite(Value.Windows, Order.Accumulate, use, _ => $"run.Batches.Windows(epoch, step, settings.Accumulate{micro})");
        plan.Rewrite(Value.BackwardLoss, Order.Accumulate, use, _ => $"window.Add({loss}, batch.Count)");
        plan.Rewrite(Value.RecordedLoss, Order.Accumulate, use, _ => $"window.Loss, {weight}window.Count");
        plan.Add(Slot.GradientsReady, Order.Accumulate, use, "run.Gradients.Average(window);");
        if (attribute.Auto)
        {
            plan.Add(
                Slot.Setup, Order.Accumulate, use,
                "var microBatches = new MicroBatches(model);",
                "run.Keep(\"Accumulate\", microBatches);");
            plan.Rewrite(Value.WindowRepeat, Order.Accumulate, use, static _ => "run.Recovery.Halve(microBatches, window, failure)");
        }
    }
}
