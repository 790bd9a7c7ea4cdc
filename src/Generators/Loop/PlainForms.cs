using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Loop;

/// <summary>The expressions of the loop where no attribute says otherwise.</summary>
internal static class PlainForms
{
    public static Fragment Of(Value value, LoopPlan plan) => value switch
    {
        Value.Parameters => new("run.Parameters"),
        Value.Optimizer => new($"new Adam({plan.Parameters})"),
        Value.Metric => new(plan.Spec.HasOwnLoss ? "" : "new Accuracy()"),
        Value.Criterion => new(Criterion(plan.Spec)),
        Value.TrainingLoss => plan.Of(Value.Criterion),
        Value.Mixing => new("new BatchMixing(settings.Seed)"),
        Value.MetricTarget => new("batch.Target"),
        Value.Monitored or Value.OutputKind or Value.ValidationDue => new(""),
        Value.Windows or Value.WindowRepeat or Value.ForwardScope or Value.EvaluationScope => new(""),
        Value.BackwardLoss => new("loss"),
        Value.RecordedLoss => new(plan.HasWeightedLoss ? "loss, weight, batch.Count" : "loss, batch.Count"),
        Value.GradientNorm => new("run.Gradients.Norm()"),
        Value.AnnealingStart => new("0"),
        Value.SamplesPerStep => new("settings.BatchSize"),
        Value.BaseRate => new("settings.Lr"),
        Value.Rate => new(plan.BaseRate),
        Value.StepRate => new(plan.HasSchedule ? "Lr(step, settings, run.StepsPerEpoch)" : plan.Of(Value.Rate).Code),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Criterion(TrainerSpec spec) => spec switch
    {
        { HasOwnLoss: false } => "cross_entropy(output, batch.Target)",
        { Loss.IsStatic: true } => "Loss(output, batch.Target)",
        _ => "model.Loss(output, batch.Target)",
    };
}
