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
        var (start, rate) = (plan.At(Slot.RateStart).ToArray(), plan.Of(Value.Rate));
        if (start.Length == 0 && rate.Causes.Length == 0)
        {
            code.Line($"{Signature} => {rate.Code};");
            return;
        }
        code.Block(Signature, () =>
        {
            code.Line("var totalSteps = settings.Epochs * stepsPerEpoch;");
            code.Caused(start);
            if (rate.Causes.Length == 0)
            {
                code.Blank();
            }
            code.Caused(rate, static rate => $"return {rate};");
        });
    }

    public static void ScaledLr(CodeWriter code, LoopPlan plan)
    {
        code.Summary("The learning rate that the schedule starts from: the setting's, for the samples of one optimizer step.");
        code.Line("/// <param name=\"settings\">The numbers to train with.</param>");
        code.Block("public static double ScaledLr(Hyperparameters settings)", () =>
            code.Caused(plan.Of(Value.BaseRate), static rate => $"return {rate};"));
    }
}
