namespace TrainSdk.Recording;

/// <summary>
/// What the seconds of an epoch went into; what is missing from <see cref="EpochSummary.Seconds"/> went into hooks and records. A GPU works
/// on while the host goes ahead, so there the parts of a step are those of the steps in which the host waits for it, times all steps; they
/// are NaN in an epoch without such a step.
/// </summary>
/// <param name="Data">Seconds for which training waited for batches.</param>
/// <param name="Forward">Seconds of forward passes and losses.</param>
/// <param name="Backward">Seconds of backward passes.</param>
/// <param name="Optimizer">Seconds of gradient norms, updates, averages of weights and training metrics.</param>
/// <param name="Validation">Seconds of validations.</param>
/// <param name="Checkpoint">Seconds for which training waited while its state was copied for a checkpoint.</param>
public readonly record struct EpochTimes(
    double Data, double Forward, double Backward, double Optimizer, double Validation, double Checkpoint);
