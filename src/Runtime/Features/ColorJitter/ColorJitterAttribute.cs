namespace TrainSdk;

/// <summary>
/// Changes brightness, contrast, saturation and hue of training images by random amounts in a random order: for photographs in any light.
/// Needs images of bytes with 1 or 3 channels; grey ones have neither saturation nor hue. Training only.
/// </summary>
/// <remarks>
/// Start with 0.4, 0.4, 0.4 and no hue, the usual numbers for ImageNet (torchvision's <c>ColorJitter</c>). Leave it out where colour tells
/// the classes apart. <c>[RandAugment]</c> and its kin change colours too: with one of them it is mostly not needed. Not beside
/// <c>[NextToken]</c> (TRAIN1025).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ColorJitterAttribute : Attribute
{
    /// <summary>The factor is uniform from 1 − this, or 0, to 1 + this; at least 0, 0 leaves it out, default 0.4.</summary>
    public double Brightness { get; set; } = 0.4;

    /// <summary>The same for the distance from the image's mean grey; default 0.4.</summary>
    public double Contrast { get; set; } = 0.4;

    /// <summary>The same for the distance from grey; default 0.4.</summary>
    public double Saturation { get; set; } = 0.4;

    /// <summary>
    /// The hue turns by up to this share of the circle either way, 0 to 0.5; default 0, since colours often tell classes apart.
    /// </summary>
    public double Hue { get; set; }
}
