using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>The shape of the loop, and the only place of it. Reads top to bottom like the code that it writes.</summary>
internal static class LoopEmitter
{
    private const string Parameters =
        "bool isExternal, DataSplits data, Hyperparameters settings, RunOptions options, CancellationToken cancel)";

    public static void Fit(CodeWriter code, LoopPlan plan)
    {
        code.Summary("The training loop. The returned model holds the weights of its best epoch.");
        code.Line("/// <param name=\"model\">The model to train; it is moved to the run's device.</param>");
        code.Line("/// <param name=\"isExternal\">Whether the caller built it, so that the settings do not describe it.</param>");
        code.Line("/// <param name=\"data\">The splits.</param>");
        code.Line("/// <param name=\"settings\">The numbers to train with.</param>");
        code.Line("/// <param name=\"options\">Facts about the machine and the caller.</param>");
        code.Line("/// <param name=\"cancel\">Ends the run after the present step.</param>");
        code.Line($"public static FitResult<{plan.Spec.TypeName}> Fit(");
        code.Indented(() => code.Line($"{plan.Spec.TypeName} model, {Parameters}"));
        code.Body(() =>
        {
            code.Line("using var run = TrainingRun.Start(Description, model, isExternal, settings, data, options);");
            Setup(code, plan);
            code.Blank();
            code.Line("StopReason? stop = null;");
            code.Line("var step = 0L;");
            code.Block("for (var epoch = 0; epoch < settings.Epochs && stop is null; epoch++)", () => Epoch(code, plan));
            code.Blank();
            code.Line("return run.Finish(");
            code.Indented(() =>
                code.Line("stop ?? StopReason.Completed, split => Evaluate(model, split, data.Encoding, settings.BatchSize));"));
        });
    }

    private static void Setup(CodeWriter code, LoopPlan plan)
    {
        code.Caused(plan.Of(Value.Optimizer), static optimizer => $"using var optimizer = {optimizer};");
        if (plan.HasMetric)
        {
            code.Caused(plan.Of(Value.Metric), static metric => $"using var metric = {metric};");
        }
        code.Caused(plan.At(Slot.Setup));
    }

    private static void Epoch(CodeWriter code, LoopPlan plan)
    {
        code.Line("model.train();");
        code.Block("foreach (var batch in run.Batches.Epoch(epoch))", () => Step(code, plan));
        code.Blank();
        code.Block("if (stop is not null)", () => code.Line("break;"));
        code.Blank();
        code.Line("run.Recorder.TrainingDone();");
        code.Line("var validation = Evaluate(model, data.Validation, data.Encoding, settings.BatchSize);");
        code.Line($"var summary = run.Recorder.Epoch(epoch, step, {(plan.HasMetric ? "metric" : "metric: null")}, validation);");
        code.Line("run.OfferBest(summary);");
        code.Caused(plan.At(Slot.ValidationDone));
        code.Blank();
        code.Block("if (summary.FirstBadStep is not null)", () => code.Line("stop = StopReason.Diverged;"));
    }

    private static void Step(CodeWriter code, LoopPlan plan)
    {
        code.Block("if (cancel.IsCancellationRequested)", () =>
        {
            code.Line("stop = StopReason.Canceled;");
            code.Line("break;");
        });
        code.Blank();
        code.Line("using var scope = NewDisposeScope();");
        code.Line("Randomness.At(settings.Seed, step);");
        code.Line($"optimizer.Lr = {(plan.HasSchedule ? "Lr(step, settings, run.StepsPerEpoch)" : plan.Of(Value.Rate).Code)};");
        code.Blank();
        code.Line("var output = model.call(batch.Input);");
        Loss(code, plan);
        code.Line("loss.backward();");
        code.Blank();
        code.Caused(plan.Of(Value.GradientNorm), static norm => $"var norm = {norm};");
        code.Line("optimizer.Step(skipIf: norm.IsNotFinite);");
        code.Line("run.Gradients.Clear();");
        code.Blank();
        if (plan.HasMetric)
        {
            code.Line("metric.Add(output, batch.Target);");
        }
        code.Line($"run.Recorder.Step(step, epoch, optimizer.Lr, loss, {(plan.HasWeightedLoss ? "weight, " : "")}batch.Count, norm);");
        code.Line("step++;");
    }

    private static void Loss(CodeWriter code, LoopPlan plan)
    {
        if (plan.HasWeightedLoss)
        {
            code.Caused(plan.Of(Value.TrainingLoss), static loss => $"var (sum, weight) = {loss};");
            code.Line("var loss = sum / weight;");
        }
        else
        {
            code.Caused(plan.Of(Value.TrainingLoss), static loss => $"var loss = {loss};");
        }
    }
}
