namespace TrainSdk;

/// <summary>
/// Normalises images with fixed numbers, (x − mean) / deviation by channel, in place of the training split's own. Use it with weights that
/// were trained elsewhere, which expect what they have seen, and for results that compare with published ones. Without it the training
/// split is measured, which suits models that are trained from the start. The numbers are stored with the weights; validation, serving and
/// <c>predict</c> use the same.
/// </summary>
/// <remarks>
/// Start without it, unless <c>[Pretrained]</c> is there: weights from torchvision expect <see cref="NormalizePreset.ImageNet"/>. Numbers
/// that do not fit the weights cost accuracy without a word. For images alone; not beside <c>[NextToken]</c> (TRAIN1025).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NormalizeAttribute : Attribute
{
    /// <inheritdoc cref="NormalizeAttribute"/>
    public NormalizeAttribute()
        : this(NormalizePreset.ImageNet)
    {
    }

    /// <inheritdoc cref="NormalizeAttribute"/>
    /// <param name="preset">Whose numbers; ImageNet's where nothing is written, which most weights from elsewhere expect.</param>
    public NormalizeAttribute(NormalizePreset preset)
    {
        Preset = preset;
        (Mean, Deviation) = preset switch
        {
            NormalizePreset.ImageNet => (new[] { 0.485, 0.456, 0.406 }, new[] { 0.229, 0.224, 0.225 }),
            NormalizePreset.Cifar10 => (new[] { 0.4914, 0.4822, 0.4465 }, new[] { 0.2470, 0.2435, 0.2616 }),
            NormalizePreset.Mnist => (new[] { 0.1307 }, new[] { 0.3081 }),
            NormalizePreset.FashionMnist => (new[] { 0.2860 }, new[] { 0.3530 }),
            _ => (new[] { 0.5 }, new[] { 0.5 }),
        };
    }

    /// <inheritdoc cref="NormalizeAttribute"/>
    /// <param name="mean">What is subtracted, in the images' unit: of bytes as a share of 255, as if they went from 0 to 1.</param>
    /// <param name="deviation">What is divided by, above 0, in the same unit.</param>
    public NormalizeAttribute(double[] mean, double[] deviation) => (Mean, Deviation) = (mean, deviation);

    /// <summary>Whose numbers are used; null for one's own.</summary>
    public NormalizePreset? Preset { get; }

    /// <summary>What is subtracted, by channel; null where it cannot be read.</summary>
    public double[]? Mean { get; }

    /// <summary>What is divided by, by channel; null where it cannot be read.</summary>
    public double[]? Deviation { get; }
}
