using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>The pass over a split that is only measured.</summary>
internal static class EvaluationEmitter
{
    public static void Evaluate(CodeWriter code, LoopPlan plan)
    {
        code.Summary(
            "Loss and metric of a model over a whole split, in evaluation mode; <see cref=\"Evaluation.None\"/> where there is no split.");
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
            if (plan.HasMetric)
            {
                code.Caused(plan.Of(Value.Metric), static metric => $"using var metric = {metric};");
            }
            if (plan.HasPrecision)
            {
                code.Caused(plan.Of(Value.EvaluationScope), static scope => $"using var autocast = {scope};");
            }
            code.Blank();
            code.Block("foreach (var batch in batches)", () => Batch(code, plan));
            code.Blank();
            code.Line($"return Evaluation.Of(losses{(plan.HasMetric ? ", metric" : "")});");
        });
    }

    private static void Batch(CodeWriter code, LoopPlan plan)
    {
        code.Line("using var scope = NewDisposeScope();");
        code.Line("var output = model.call(batch.Input);");
        if (plan.HasWeightedLoss)
        {
            code.Caused(plan.Of(Value.Criterion), static criterion => $"var (sum, weight) = {criterion};");
            code.Line("losses.Add(sum, weight);");
        }
        else
        {
            code.Caused(plan.Of(Value.Criterion), static criterion => $"losses.Add({criterion}, batch.Count);");
        }
        if (plan.HasMetric)
        {
            code.Line("metric.Add(output, batch.Target);");
        }
    }
}
