using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>The training loss of one batch as a function, for what looks at a step outside the loop.</summary>
internal static class BatchLossEmitter
{
    /// <summary>What the run is given to compute a step again with.</summary>
    public const string Argument = "batch => BatchLoss(model, batch, settings)";

    public static void Function(CodeWriter code, LoopPlan plan)
    {
        code.Summary("The loss that training descends, of one batch: a step that went wrong is computed again with it.");
        code.Line("/// <param name=\"model\">The model, in training mode.</param>");
        code.Line("/// <param name=\"batch\">The samples.</param>");
        code.Line("/// <param name=\"settings\">The numbers to train with.</param>");
        code.Block($"public static Tensor BatchLoss({plan.Spec.TypeName} model, Batch batch, Hyperparameters settings)", () =>
        {
            code.Line($"var output = {plan.Call};");
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
