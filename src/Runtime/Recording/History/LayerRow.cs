namespace TrainSdk.Recording.History;

/// <summary>A row of <c>layers.csv</c>: the parameters of one layer around one watched step.</summary>
/// <param name="Step">Optimizer step from 0.</param>
/// <param name="Layer">The layer's name in the model, such as <c>features.0</c>.</param>
/// <param name="WeightNorm">Euclidean norm of its parameters before the step.</param>
/// <param name="GradNorm">Euclidean norm of their gradients before clipping.</param>
/// <param name="UpdateNorm">Euclidean norm of what the step changed.</param>
internal readonly record struct LayerRow(long Step, string Layer, double WeightNorm, double GradNorm, double UpdateNorm)
{
    /// <summary>Share of the layer's units whose weights got no gradient at all from the step's samples; NaN where it has none.</summary>
    public double DeadShare { get; init; } = double.NaN;

    /// <summary>The update relative to the weights; NaN for a layer whose weights are all 0.</summary>
    public double UpdateRatio => WeightNorm > 0 ? UpdateNorm / WeightNorm : double.NaN;
}
