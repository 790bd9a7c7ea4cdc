using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>What attributes that mix the samples of a batch have in common.</summary>
internal static class MixedSamples
{
    /// <summary>What stands in the way of mixing: another loss than a cross-entropy of classes, or several inputs.</summary>
    public static IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        if (Obstacle(plan) is { } obstacle)
        {
            yield return new Complaint(DiagnosticIds.MixingWithoutClasses, use.TypeName, [], $"{use.Name} mixes the classes of {obstacle}");
        }
    }

    /// <summary>Mixes with an argument more, and has the loss compare with mixed targets; nothing where that cannot be.</summary>
    public static void Mix(this LoopPlan plan, AttributeUse use, string argument)
    {
        if (Obstacle(plan) is null)
        {
            plan.Rewrite(Value.Mixing, Order.Mix, use, mixing => mixing.Insert(mixing.Length - 1, $", {argument}"));
            plan.Rewrite(Value.TrainingLoss, Order.Mix, use, static loss => loss.Replace("batch.Target", "mixed.TargetLike(output)"));
        }
    }

    private static string? Obstacle(LoopPlan plan)
    {
        if (plan.Spec.Forward.Inputs > 1)
        {
            return $"one input, and the model takes {plan.Spec.Forward.Inputs}; remove it";
        }
        if (plan.Criterion is CriterionForm.CrossEntropy or CriterionForm.WeightedCrossEntropy)
        {
            return null;
        }
        var loss = plan.Spec.HasOwnLoss ? "the class's own Loss method" : $"that of {plan.Of(Value.Criterion).Causes}";
        return $"a cross-entropy, but the loss is {loss}; remove it, or make the objective [Classification]";
    }
}
