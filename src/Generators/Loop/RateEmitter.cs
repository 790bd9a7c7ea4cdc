using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>The learning rate as a function of the step.</summary>
internal static class RateEmitter
{
    public static void Lr(CodeWriter code, LoopPlan plan)
    {
        code.Summary(
            "The learning rate of an optimizer step: a pure function, so that it can be printed, drawn and tested without training.");
        code.Line("/// <param name=\"step\">Optimizer step from 0; a step after the last counts as the last.</param>");
        code.Line("/// <param name=\"settings\">The numbers to train with.</param>");
        code.Line("/// <param name=\"stepsPerEpoch\">Optimizer steps in one epoch.</param>");
        const string Signature = "public static double Lr(long step, Hyperparameters settings, long stepsPerEpoch)";
        if (!plan.HasSchedule)
        {
            code.Line($"{Signature} => {plan.Of(Value.Rate).Code};");
            return;
        }
        code.Block(Signature, () =>
        {
            code.Line("var totalSteps = settings.Epochs * stepsPerEpoch;");
            code.Caused(plan.At(Slot.RateStart));
            code.Blank();
            code.Caused(plan.Of(Value.Rate), static rate => $"return {rate};");
        });
    }
}
