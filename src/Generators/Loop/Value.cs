namespace TrainSdk.Generators.Loop;

/// <summary>Expressions of the loop that features rewrite. Each has its plain form in <see cref="PlainForms"/>.</summary>
internal enum Value
{
    /// <summary>What makes the optimizer.</summary>
    Optimizer,

    /// <summary>What makes the metric; empty for none.</summary>
    Metric,

    /// <summary>The criterion that validation measures, over <c>output</c> and <c>batch.Target</c>.</summary>
    Criterion,

    /// <summary>The loss that training descends; starts as <see cref="Criterion"/>.</summary>
    TrainingLoss,

    /// <summary>What measures the gradients, and may change them.</summary>
    GradientNorm,

    /// <summary>First step of what follows the start of the schedule.</summary>
    AnnealingStart,

    /// <summary>The learning rate once the start of the schedule is over.</summary>
    Rate,
}
