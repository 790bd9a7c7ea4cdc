namespace TrainSdk.Generators.Loop;

/// <summary>Expressions of the loop that features rewrite. Each has its plain form in <see cref="PlainForms"/>.</summary>
internal enum Value
{
    /// <summary>The trained parameters, in groups where attributes make some.</summary>
    Parameters,

    /// <summary>What makes the optimizer, over <see cref="LoopPlan.Parameters"/>.</summary>
    Optimizer,

    /// <summary>What makes the objective's metric; empty for none.</summary>
    Metric,

    /// <summary>The criterion that validation measures, over <c>output</c> and <c>batch.Target</c>.</summary>
    Criterion,

    /// <summary>The loss that training descends; starts as <see cref="Criterion"/>.</summary>
    TrainingLoss,

    /// <summary>What mixes the samples of a training batch; a batch is trained on as it is where nothing rewrites this.</summary>
    Mixing,

    /// <summary>Groups an epoch's batches into windows of one step each; empty where every batch is a step.</summary>
    Windows,

    /// <summary>What is done before a window is begun again for which memory did not suffice; empty where that ends the run.</summary>
    WindowRepeat,

    /// <summary>The scope of the forward pass and its loss in training; empty for none.</summary>
    ForwardScope,

    /// <summary>The scope of a whole evaluation, over its argument <c>precision</c>; empty for none.</summary>
    EvaluationScope,

    /// <summary>What <c>backward</c> is called on.</summary>
    BackwardLoss,

    /// <summary>What a step's record holds of its loss: the loss, a loss of one's own's weight, and the number of samples.</summary>
    RecordedLoss,

    /// <summary>What measures the gradients, and may change them.</summary>
    GradientNorm,

    /// <summary>What metrics are given for a target.</summary>
    MetricTarget,

    /// <summary>What the model's output means to those who use it; empty where that is told by the data.</summary>
    OutputKind,

    /// <summary>When a validation comes within an epoch; empty for never.</summary>
    ValidationDue,

    /// <summary>What decides which weights are the best, an argument over <c>validation</c>; empty for its loss.</summary>
    Monitored,

    /// <summary>Samples of one optimizer step, the tail of an epoch aside.</summary>
    SamplesPerStep,

    /// <summary>The learning rate that the schedule starts from.</summary>
    BaseRate,

    /// <summary>First step of what follows the start of the schedule.</summary>
    AnnealingStart,

    /// <summary>The learning rate once the start of the schedule is over; starts as <see cref="LoopPlan.BaseRate"/>.</summary>
    Rate,

    /// <summary>What the optimizer's learning rate is set to before a step: the schedule's, or one that depends on what happened.</summary>
    StepRate,
}
