namespace TrainSdk;

/// <summary>
/// Pads training images with zeros and cuts their own size out again at a random place, so that a thing may stand anywhere. The usual
/// first augmentation of small photographs, with <c>[Flip]</c>. Takes images of any number type. Training only.
/// </summary>
/// <remarks>
/// Start with an eighth of the image's side: 4 for 32 pixels, 28 for 224. Too much cuts off what the class is told by; digits in the middle
/// of the picture gain little. Validation and serving see whole images. Goes with every other augmentation; not beside <c>[NextToken]</c>
/// (TRAIN1025).
/// </remarks>
/// <param name="padding">Rows and columns on every side; default 4, which suits images of 28 to 32 pixels.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RandomCropAttribute(int padding = 4) : Attribute
{
    /// <summary>Rows and columns on every side, at least 0; an eighth of the image is usual, default 4.</summary>
    public int Padding { get; } = padding;
}
