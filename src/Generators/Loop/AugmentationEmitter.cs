using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>What changes training images: one list, for the loop and for those who look at the data before it.</summary>
internal static class AugmentationEmitter
{
    /// <summary>The list's place in the loop.</summary>
    public static void Augment(CodeWriter code, LoopPlan plan)
    {
        if (plan.HasAugmentations)
        {
            var causes = plan.At(Slot.Augmentations).Select(static augmentation => augmentation.Cause);
            code.Under(string.Join(" ", causes), () => code.Line("run.Augment(Augmentations(settings));"));
        }
    }

    /// <summary>The list.</summary>
    public static void Augmentations(CodeWriter code, LoopPlan plan)
    {
        code.Summary("How training images are changed at random, in this order.");
        code.Line("/// <param name=\"settings\">The numbers to train with.</param>");
        code.Line("public static IReadOnlyList<IAugmentation> Augmentations(Hyperparameters settings) =>");
        code.Line("[");
        code.Indented(() =>
        {
            foreach (var (cause, lines) in plan.At(Slot.Augmentations))
            {
                code.Comment(cause);
                code.Lines(lines);
            }
        });
        code.Line("];");
    }
}
