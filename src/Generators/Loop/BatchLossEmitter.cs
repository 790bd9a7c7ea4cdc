using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>The training loss of one batch as a function, for what looks at a step outside the loop.</summary>
internal static class BatchLossEmitter
{
    /// <summary>What the run is given to compute a step again with.</summary>
    public static string Argument(LoopPlan plan) => plan.HasMixing
        ? "(batch, step, position) => BatchLoss(model, mixing.Apply(batch, step, position), settings)"
        : "batch => BatchLoss(model, batch, settings)";

    public static void Function(CodeWriter code, LoopPlan plan)
    {
        code.Summary("The loss that training descends, of one batch: a step that went wrong is computed again with it.");
        code.Line("/// <param name=\"model\">The model, in training mode.</param>");
        var samples = $"{plan.BatchOfLoss} {(plan.HasMixing ? "mixed" : "batch")}";
        code.Line($"/// <param name=\"{samples.Split(' ')[1]}\">The samples.</param>");
        code.Line("/// <param name=\"settings\">The numbers to train with.</param>");
        code.Block($"public static Tensor BatchLoss({plan.Spec.TypeName} model, {samples}, Hyperparameters settings)", () =>
        {
            code.Line($"var output = {plan.TrainingCall};");
            if (plan.HasWeightedLoss)
            {
                code.Caused(plan.Of(Value.TrainingLoss), static loss => $"var (sum, weight) = {loss};");
                code.Line("return sum / weight;");
            }
            else
            {
                code.Caused(plan.Of(Value.TrainingLoss), static loss => $"return {loss};");
            }
        });
    }
}
