using TrainSdk.Generators.Model;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>Calls of the model's own hooks.</summary>
internal static class HookCalls
{
    /// <summary>A call where the class implements the hook; nothing where it does not.</summary>
    public static void Hook(this CodeWriter code, LoopPlan plan, string name, string given)
    {
        if (plan.Has(name))
        {
            code.Line($"model.{name}({given});");
        }
    }

    public static bool Has(this LoopPlan plan, string hook) => plan.Spec.Hooks.Contains(hook);

    public static string StepSummary(LoopPlan plan) =>
        $"new StepSummary(step, epoch, optimizer.Lr, {(plan.HasWindows ? "window.Count, window.Loss" : "batch.Count, loss")}, norm)";

    /// <summary>The offer of the best weights, with the hooks before and after weights are kept.</summary>
    public static void WithCheckpointHooks(this CodeWriter code, LoopPlan plan, Action offer)
    {
        if (!plan.Has(Hooks.CheckpointStart) && !plan.Has(Hooks.CheckpointEnd))
        {
            offer();
            return;
        }
        code.Line($"var isBest = run.IsBest(summary{plan.Of(Value.Monitored).Code});");
        Checkpoint(code, plan, Hooks.CheckpointStart);
        offer();
        Checkpoint(code, plan, Hooks.CheckpointEnd);
    }

    private static void Checkpoint(CodeWriter code, LoopPlan plan, string name)
    {
        if (plan.Has(name))
        {
            code.Block("if (isBest)", () =>
                code.Hook(plan, name, "new CheckpointSummary(epoch, step, validation, run.Folder?.BestWeights)"));
        }
    }
}
