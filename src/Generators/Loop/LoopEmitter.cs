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
            code.Caused(plan.At(Slot.Fresh));
            code.Blank();
            code.Line("using var run = TrainingRun.Start(Description, model, isExternal, settings, data, options);");
            Setup(code, plan);
            code.Blank();
            code.Line("var (epoch, step, stop) = run.Begin();");
            code.Hook(plan, Hooks.FitStart, "new FitStart(settings.Epochs, run.StepsPerEpoch, run.Folder)");
            code.Block("while (epoch < settings.Epochs && stop is null)", () => Epoch(code, plan));
            code.Caused(plan.At(Slot.Done));
            code.Blank();
            code.Line($"{(plan.Has(Hooks.FitEnd) ? "var result =" : "return")} run.Finish(");
            code.Indented(() =>
            {
                code.Line("stop ?? StopReason.Completed,");
                code.Line($"split => Evaluate(model, split, {EvaluationEmitter.Arguments(plan)}),");
                code.Line($"{BatchLossEmitter.Argument(plan)});");
            });
            code.Hook(plan, Hooks.FitEnd, "result");
            if (plan.Has(Hooks.FitEnd))
            {
                code.Line("return result;");
            }
            ValidationEmitter.Function(code, plan);
        });
    }

    private static void Setup(CodeWriter code, LoopPlan plan)
    {
        if (plan.HasMetrics)
        {
            code.Line("using var metrics = Metrics();");
            code.Line("run.Keep(\"Metrics\", metrics);");
        }
        if (plan.HasParameterGroups)
        {
            code.Caused(plan.Of(Value.Parameters), static parameters => $"var parameters = {parameters};");
        }
        code.Caused(plan.Of(Value.Optimizer), static optimizer => $"using var optimizer = {optimizer};");
        code.Line($"run.Keep(\"{plan.OptimizerName}\", optimizer);");
        AugmentationEmitter.Augment(code, plan);
        code.Caused(plan.At(Slot.Setup));
        if (plan.HasMixing)
        {
            code.Caused(plan.Of(Value.Mixing), static mixing => $"var mixing = {mixing};");
        }
    }

    private static void Epoch(CodeWriter code, LoopPlan plan)
    {
        code.Line("model.train();");
        code.Hook(plan, Hooks.EpochStart, "new EpochStart(epoch, step)");
        if (plan.Has(Slot.EpochStart))
        {
            code.Caused(plan.At(Slot.EpochStart));
            code.Blank();
        }
        if (plan.HasWindows)
        {
            code.Caused(plan.Of(Value.Windows), static windows => $"foreach (var window in {windows})");
            code.Body(() => Step(code, plan));
        }
        else
        {
            code.Block("foreach (var batch in run.Batches.Epoch(epoch, step))", () => Step(code, plan));
        }
        code.Blank();
        code.Line("stop ??= run.MustStop(cancel);");
        if (plan.Has(Slot.TrainingStopped))
        {
            code.Caused(plan.At(Slot.TrainingStopped));
            code.Blank();
        }
        code.Block("if (stop is not null)", () => code.Line("break;"));
        code.Caused(plan.At(Slot.EpochTrained));
        code.Blank();
        ValidationEmitter.EpochDone(code, plan);
        code.Blank();
        code.Line("epoch++;");
        code.Line("run.Checkpoint(epoch, step, stop);");
    }

    private static void Step(CodeWriter code, LoopPlan plan)
    {
        Stop(code);
        code.Blank();
        code.Line("using var scope = NewDisposeScope();");
        if (plan.HasWindows)
        {
            code.Caused(plan.Of(Value.StepRate), static rate => $"optimizer.Lr = {rate};");
            code.Hook(plan, Hooks.StepStart, "new StepStart(step, epoch, optimizer.Lr)");
            code.Blank();
            Window(code, plan);
        }
        else
        {
            code.Line("Randomness.At(settings.Seed, step);");
            code.Caused(plan.Of(Value.StepRate), static rate => $"optimizer.Lr = {rate};");
            code.Hook(plan, Hooks.StepStart, "new StepStart(step, epoch, optimizer.Lr)");
            code.Blank();
            BatchEmitter.Forward(code, plan);
            BatchEmitter.Backward(code, plan);
        }
        code.Caused(plan.At(Slot.GradientsReady));
        code.Blank();
        code.Line("run.Watch.Update();");
        code.Caused(plan.Of(Value.GradientNorm), static norm => $"var norm = {norm};");
        code.Line("optimizer.Step(skipIf: norm.IsNotFinite);");
        code.Line("run.Buffers.Keep(unless: norm.IsNotFinite);");
        code.Line("run.Gradients.Clear();");
        code.Caused(plan.At(Slot.StepDone));
        code.Blank();
        if (!plan.HasWindows)
        {
            BatchEmitter.Measure(code, plan);
        }
        code.Line($"run.Recorder.Step(step, epoch, optimizer.Lr, {plan.Of(Value.RecordedLoss).Code}, norm);");
        code.Hook(plan, Hooks.StepEnd, HookCalls.StepSummary(plan));
        code.Line("step++;");
        ValidationEmitter.WithinEpoch(code, plan);
        code.Line("run.Checkpoint(epoch, step, stop);");
    }

    private static void Stop(CodeWriter code)
    {
        code.Line("stop ??= run.MustStop(cancel);");
        code.Block("if (stop is not null)", () => code.Line("break;"));
    }

    private static void Window(CodeWriter code, LoopPlan plan)
    {
        void Batches() => code.Block("foreach (var batch in window)", () => BatchOfWindow(code, plan));
        var repeat = plan.Of(Value.WindowRepeat);
        if (repeat.Code.Length == 0)
        {
            Batches();
            return;
        }
        code.Under(repeat.Causes, () => code.Block("while (!window.IsDone)", () =>
        {
            code.Block("try", Batches);
            code.Block("catch (Exception failure) when (OutOfMemory.Caused(failure))", () => code.Line($"{repeat.Code};"));
        }));
        code.Blank();
    }

    private static void BatchOfWindow(CodeWriter code, LoopPlan plan)
    {
        code.Line("using var batchScope = NewDisposeScope();");
        code.Line("Randomness.At(settings.Seed, step, window.Position);");
        code.Blank();
        BatchEmitter.Forward(code, plan);
        BatchEmitter.Backward(code, plan);
        code.Blank();
        BatchEmitter.Measure(code, plan);
    }
}
