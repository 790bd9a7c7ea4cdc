namespace TrainSdk.Recording;

/// <summary>What the time of an epoch goes into.</summary>
internal enum Phase
{
    /// <summary>Everything else: hooks, records, the best weights.</summary>
    Other,

    /// <summary>Waiting for the next batch.</summary>
    Data,

    /// <summary>The forward pass and the loss.</summary>
    Forward,

    /// <summary>The backward pass, and what makes its gradients those of the step.</summary>
    Backward,

    /// <summary>The gradients' norm, the update, averages of weights and the training metrics.</summary>
    Optimizer,

    /// <summary>Validations.</summary>
    Validation,

    /// <summary>Copying the run's state for a checkpoint, which another thread writes; the first one is waited for.</summary>
    Checkpoint,
}
