namespace TrainSdk.Training;

/// <summary>What was the first to be NaN or infinite in a step that went wrong.</summary>
public enum DivergencePlace
{
    /// <summary>The replay of the step did not show it again: something outside the step has a part in it.</summary>
    NotFound,

    /// <summary>The data: an input or a target of the batch, as the model is given it.</summary>
    Data,

    /// <summary>What a layer gave, from finite inputs.</summary>
    LayerOutput,

    /// <summary>What a layer was given, and no layer before it gave: the code between the layers computed it.</summary>
    LayerInput,

    /// <summary>The loss, from a finite output of the model.</summary>
    Loss,

    /// <summary>The gradient of a parameter, from a finite loss.</summary>
    Gradient,

    /// <summary>The norm over all gradients, each of which is finite.</summary>
    GradientNorm,
}
