namespace TrainSdk.Recording;

/// <summary>What one step did to one layer: a row of <c>layers.csv</c>.</summary>
/// <param name="Step">Optimizer step from 0.</param>
/// <param name="Layer">Name of the module that holds the parameters, as in the state dict; of one on the model itself its own name.</param>
/// <param name="WeightNorm">2-norm of the layer's parameters before the step.</param>
/// <param name="GradNorm">2-norm of their gradients before clipping; 0 where they have none.</param>
/// <param name="UpdateNorm">2-norm of what the step has changed in them.</param>
/// <param name="DeadShare">
/// Share of the units of a linear layer or a convolution whose weights got no gradient at all from the step's samples; NaN for others.
/// </param>
internal readonly record struct LayerRecord(
    long Step, string Layer, double WeightNorm, double GradNorm, double UpdateNorm, double DeadShare);
