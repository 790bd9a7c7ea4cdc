using TrainSdk.Generators.Loop;

namespace TrainSdk.Generators.Files;

/// <summary>The loop, and what it is made of: the one file that a user may take over.</summary>
internal static class TrainingFile
{
    public const string Topic = "Training";

    /// <param name="plan">The model's plan.</param>
    /// <param name="mark">The attribute on an ejected loop; empty on a generated one.</param>
    public static FilePart Of(LoopPlan plan, string mark = "") => new(Topic, "The training loop", code =>
    {
        code.Summary("How this model is trained.");
        code.Lines(mark.Length > 0 ? [mark] : []);
        code.Block("public static partial class Training", () =>
        {
            LoopEmitter.Fit(code, plan);
            code.Blank();
            EvaluationEmitter.Evaluate(code, plan);
            code.Blank();
            BatchLossEmitter.Function(code, plan);
            if (plan.HasMetrics)
            {
                code.Blank();
                EvaluationEmitter.Metrics(code, plan);
            }
            if (plan.HasAugmentations)
            {
                code.Blank();
                AugmentationEmitter.Augmentations(code, plan);
            }
            code.Blank();
            code.Caused(plan.At(Slot.Members));
        });
    });
}
