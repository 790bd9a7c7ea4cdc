namespace TrainSdk;

/// <summary>
/// Drops the learning rate by a factor: after every so many epochs, as PyTorch's <c>StepLR</c>, or at given epochs, as its
/// <c>MultiStepLR</c>. The classic recipe of image classification with <c>[Sgd]</c>: a tenth at a third and at two thirds of the run
/// (He et al., 2016). Exactly one of epochs, <see cref="Steps"/>, <see cref="Fraction"/> and <see cref="Milestones"/> is given.
/// </summary>
/// <remarks>
/// Start with <c>[StepDecay(Fraction = 0.33)]</c> or milestones at half and three quarters of the run. Drop later where the loss still
/// falls at the drop. A milestone at or after the end of the run is TRAIN1063. One schedule per class (TRAIN1018); <c>[Cosine]</c> needs
/// less tuning.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepDecayAttribute : Attribute
{
    /// <inheritdoc cref="StepDecayAttribute"/>
    public StepDecayAttribute()
    {
    }

    /// <inheritdoc cref="StepDecayAttribute"/>
    /// <param name="epochs">Epochs between drops, greater than 0 and less than the run; 30 is usual for runs of 90.</param>
    public StepDecayAttribute(double epochs) => Epochs = epochs;

    /// <summary>Epochs between drops, counted from the end of the warmup.</summary>
    public double Epochs { get; }

    /// <summary>Optimizer steps between drops; instead of epochs.</summary>
    public long Steps { get; set; }

    /// <summary>Share of the run between drops, 0 to 1; instead of epochs.</summary>
    public double Fraction { get; set; }

    /// <summary>
    /// The epochs at which the rate drops, rising, counted from the start of the run: <c>new double[] { 30, 60, 80 }</c>. Instead of a
    /// regular distance.
    /// </summary>
    public double[] Milestones { get; set; } = [];

    /// <summary>Factor of each drop, above 0 and below 1; default 0.1.</summary>
    public double Gamma { get; set; } = 0.1;
}
