using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Features;

/// <summary>What attributes that are about images have in common.</summary>
internal static class ImageInputs
{
    /// <summary>That the objective says the inputs are tokens.</summary>
    public static IEnumerable<Complaint> Complaints(AttributeUse use, LoopPlan plan)
    {
        if (plan.Of(Value.OutputKind).Code == "OutputKind.Tokens")
        {
            yield return new Complaint(DiagnosticIds.AugmentedTokens, use.TypeName, [], use.Name);
        }
    }

    /// <summary>Has training images changed by a new object of the attribute's mechanism.</summary>
    public static void Augment(this LoopPlan plan, AttributeUse use, Order order, string mechanism) =>
        plan.Add(Slot.Augmentations, order, use, $"{mechanism},");
}
