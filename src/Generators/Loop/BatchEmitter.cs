using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Loop;

/// <summary>What is done with one batch in training.</summary>
internal static class BatchEmitter
{
    /// <summary>The forward pass and its loss.</summary>
    public static void Forward(CodeWriter code, LoopPlan plan)
    {
        if (plan.HasMixing)
        {
            var place = plan.HasWindows ? "step, window.Position" : "step";
            code.Under(plan.Of(Value.Mixing).Causes, () => code.Line($"var mixed = mixing.Apply(batch, {place});"));
            code.Blank();
        }
        code.Line("run.Watch.Forward();");
        var (names, pattern) = plan.HasWeightedLoss ? ("sum, weight", "(sum, weight)") : ("loss", "loss");
        if (!plan.HasPrecision)
        {
            code.Line($"var output = {plan.TrainingCall};");
            code.Caused(plan.Of(Value.TrainingLoss), loss => $"var {pattern} = {loss};");
            return;
        }
        var measuresOther = plan.HasMetrics && !plan.Spec.Forward.GivesTensor;
        if (measuresOther)
        {
            code.Line($"{plan.Spec.Forward.OutputType} output;");
        }
        code.Line($"Tensor {(plan.HasMetrics && !measuresOther ? "output, " : "")}{names};");
        code.Caused(plan.Of(Value.ForwardScope), static scope => $"using ({scope})");
        code.Body(() =>
        {
            code.Line($"{(plan.HasMetrics ? "" : "var ")}output = {plan.TrainingCall};");
            code.Caused(plan.Of(Value.TrainingLoss), loss => $"{pattern} = {loss};");
        });
        code.Blank();
    }

    /// <summary>The backward pass.</summary>
    public static void Backward(CodeWriter code, LoopPlan plan)
    {
        code.Line("run.Watch.Backward();");
        if (plan.HasWeightedLoss && !plan.HasWindows)
        {
            code.Line("var loss = sum / weight;");
        }
        code.Caused(plan.Of(Value.BackwardLoss), static loss => $"{loss}.backward();");
    }

    /// <summary>The metrics of the batch; those of a window that is begun again count its samples once.</summary>
    public static void Measure(CodeWriter code, LoopPlan plan)
    {
        if (!plan.HasMetrics)
        {
            return;
        }
        void Add() => code.Caused(plan.Of(Value.MetricTarget), target => $"metrics.Add({plan.Spec.Forward.Measured}, {target});");
        if (plan.Of(Value.WindowRepeat).Code.Length > 0)
        {
            code.Block("if (window.IsNew)", Add);
        }
        else
        {
            Add();
        }
    }
}
