using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>The pass over a split that is only measured.</summary>
internal static class EvaluationEmitter
{
    /// <summary>What the loop gives it besides the model and the split.</summary>
    public static string Arguments(LoopPlan plan) =>
        $"data.Encoding, settings.BatchSize{(plan.HasPrecision ? ", run.Precision" : "")}";

    public static void Evaluate(CodeWriter code, LoopPlan plan)
    {
        code.Summary(
            "Loss and metrics of a model over a whole split, in evaluation mode; <see cref=\"Evaluation.None\"/> where there is no split.");
        code.Line("/// <param name=\"model\">The model, on any device.</param>");
        code.Line("/// <param name=\"split\">The samples.</param>");
        code.Line("/// <param name=\"encoding\">How inputs become numbers for the model, as in training.</param>");
        code.Line("/// <param name=\"batchSize\">Samples at a time; the result does not depend on it.</param>");
        if (plan.HasPrecision)
        {
            code.Line("/// <param name=\"precision\">The number type of matrix products and convolutions, as in training.</param>");
        }
        code.Line("public static Evaluation Evaluate(");
        code.Indented(() => code.Line($"{plan.Spec.TypeName} model, DataSet? split, InputEncoding encoding, int batchSize"
            + (plan.HasPrecision ? ", MixedPrecision precision)" : ")")));
        code.Body(() =>
        {
            code.Block("if (split is null)", () => code.Line("return Evaluation.None;"));
            code.Blank();
            code.Line("model.eval();");
            code.Line("using var inference = inference_mode();");
            code.Line("using var batches = BatchLoader.InOrder(split, encoding, batchSize, Placement.Of(model));");
            code.Line("using var losses = new MeanLoss();");
            if (plan.HasMetrics)
            {
                code.Line("using var metrics = Metrics();");
            }
            if (plan.HasPrecision)
            {
                code.Caused(plan.Of(Value.EvaluationScope), static scope => $"using var autocast = {scope};");
            }
            code.Blank();
            code.Block("foreach (var batch in batches)", () => Batch(code, plan));
            code.Blank();
            code.Line($"return Evaluation.Of(losses{(plan.HasMetrics ? ", metrics" : "")});");
        });
    }

    /// <summary>The metrics, which the loop and the evaluation measure alike.</summary>
    public static void Metrics(CodeWriter code, LoopPlan plan)
    {
        code.Summary("What is measured beside the loss; the first is the headline of records and reports.");
        if (plan.Metrics is [{ Causes.Length: 0 } plain])
        {
            code.Line($"public static MetricSet Metrics() => new({plain.Code});");
            return;
        }
        code.Line("public static MetricSet Metrics() => new(");
        code.Indented(() =>
        {
            foreach (var (metric, at) in plan.Metrics.Select(static (metric, at) => (metric, at)))
            {
                code.Comment(metric.Causes);
                code.Line(metric.Code + (at + 1 < plan.Metrics.Count ? "," : ");"));
            }
        });
    }

    private static void Batch(CodeWriter code, LoopPlan plan)
    {
        code.Line("using var scope = NewDisposeScope();");
        code.Line($"var output = {plan.Call};");
        if (plan.HasWeightedLoss)
        {
            code.Caused(plan.Of(Value.Criterion), static criterion => $"var (sum, weight) = {criterion};");
            code.Line("losses.Add(sum, weight);");
        }
        else
        {
            code.Caused(plan.Of(Value.Criterion), static criterion => $"losses.Add({criterion}, batch.Count);");
        }
        if (plan.HasMetrics)
        {
            code.Caused(plan.Of(Value.MetricTarget), target => $"metrics.Add({plan.Spec.Forward.Measured}, {target});");
        }
    }
}
