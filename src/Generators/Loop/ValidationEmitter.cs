using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>What follows training: a validation, what it decides, and where it comes.</summary>
internal static class ValidationEmitter
{
    /// <summary>At the end of an epoch: the lines themselves or, where they are a function, its call.</summary>
    public static void EpochDone(CodeWriter code, LoopPlan plan)
    {
        if (plan.ValidatesWithinEpochs)
        {
            code.Line("Validate(isEpochDone: true);");
            return;
        }
        Lines(code, plan);
    }

    /// <summary>After a step, where validations come within epochs; the last step's is that of the epoch's end.</summary>
    public static void WithinEpoch(CodeWriter code, LoopPlan plan)
    {
        if (!plan.ValidatesWithinEpochs)
        {
            return;
        }
        var due = plan.Of(Value.ValidationDue);
        code.Under(due.Causes, () => code.Block($"if ({due.Code} && step < (epoch + 1) * run.StepsPerEpoch)", () =>
        {
            code.Line("Validate(isEpochDone: false);");
            code.Line("model.train();");
            code.Caused(plan.At(Slot.EpochStart));
        }));
        code.Blank();
    }

    /// <summary>The function behind the loop, where validations come within epochs.</summary>
    public static void Function(CodeWriter code, LoopPlan plan)
    {
        if (plan.ValidatesWithinEpochs)
        {
            code.Under(plan.Of(Value.ValidationDue).Causes, () =>
                code.Block("void Validate(bool isEpochDone)", () => Lines(code, plan)));
        }
    }

    private static void Lines(CodeWriter code, LoopPlan plan)
    {
        code.Line("run.Recorder.TrainingDone();");
        code.Caused(plan.At(Slot.ValidationStart));
        code.Hook(plan, Hooks.ValidationStart, "new ValidationStart(epoch, step)");
        code.Line($"var validation = Evaluate(model, data.Validation, {EvaluationEmitter.Arguments(plan)});");
        code.Hook(plan, Hooks.ValidationEnd, "new ValidationSummary(epoch, step, validation)");
        Record(code, plan);
        code.WithCheckpointHooks(plan, () =>
            code.Caused(plan.Of(Value.Monitored), static monitored => $"run.OfferBest(summary{monitored});"));
        code.Caused(plan.At(Slot.BestOffered));
        code.Caused(plan.At(Slot.ValidationDone));
        if (!plan.ValidatesWithinEpochs)
        {
            code.Hook(plan, Hooks.EpochEnd, "summary");
        }
        else if (plan.Has(Hooks.EpochEnd))
        {
            code.Block("if (isEpochDone)", () => code.Hook(plan, Hooks.EpochEnd, "summary"));
        }
    }

    private static void Record(CodeWriter code, LoopPlan plan)
    {
        var epoch = $"run.Recorder.Epoch(epoch, step, {(plan.HasMetrics ? "metrics" : "metrics: null")}, validation)";
        if (!plan.ValidatesWithinEpochs)
        {
            code.Line($"var summary = {epoch};");
            return;
        }
        code.Line("var summary = isEpochDone");
        code.Indented(() =>
        {
            code.Line($"? {epoch}");
            code.Line(": run.Recorder.Validation(epoch, step, validation);");
        });
    }
}
