namespace TrainSdk.Generators.Loop;

/// <summary>Named places of the loop where features add lines, in the order in which they run.</summary>
internal enum Slot
{
    /// <summary>Once, before everything else: the model is as it was built, and nothing is written yet.</summary>
    Fresh,

    /// <summary>Once, before the first epoch; <c>run</c>, <c>optimizer</c> and <c>metrics</c> are there.</summary>
    Setup,

    /// <summary>At the start of an epoch, after the model was put into training mode.</summary>
    EpochStart,

    /// <summary>After a step's last <c>backward</c>, before its gradients are measured.</summary>
    GradientsReady,

    /// <summary>After the optimizer's step; <c>norm</c> is there, the gradients are gone.</summary>
    StepDone,

    /// <summary>After an epoch's last step or where a step must not be taken; <c>stop</c> may be set, and may be taken back.</summary>
    TrainingStopped,

    /// <summary>After an epoch's last step, while the model is in training mode; <c>step</c> counts those of this epoch.</summary>
    EpochTrained,

    /// <summary>After an epoch's training, before its validation.</summary>
    ValidationStart,

    /// <summary>After the best weights were offered, before anything decides on what was measured.</summary>
    BestOffered,

    /// <summary>After an epoch's validation; <c>validation</c> and <c>summary</c> are there, and <c>stop</c> may be set.</summary>
    ValidationDone,

    /// <summary>Once, after the last epoch, before the best weights are restored.</summary>
    Done,

    /// <summary>Elements of the list of what changes training images, each with its comma.</summary>
    Augmentations,

    /// <summary>Constants beside the loop's methods.</summary>
    Members,

    /// <summary>At the start of the learning rate's function; <c>totalSteps</c> is there.</summary>
    RateStart,
}
