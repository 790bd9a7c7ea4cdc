namespace TrainSdk;

/// <summary>
/// Mirrors training images at random. Right for photographs and clothes, wrong where left and right differ in meaning, as in letters and
/// digits. Takes images of any number type. Training only.
/// </summary>
/// <remarks>
/// Start with 0.5 and no vertical flip. Watch classes that are mirror images of each other: b and d, left and right. He et al. (2016) flip
/// horizontally, as most recipes for photographs do. Goes with every other augmentation; not beside <c>[NextToken]</c> (TRAIN1025).
/// </remarks>
/// <param name="horizontal">How often left and right change places; default 0.5.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FlipAttribute(double horizontal = 0.5) : Attribute
{
    /// <summary>How often left and right change places, 0 to 1; default 0.5.</summary>
    public double Horizontal { get; } = horizontal;

    /// <summary>How often up and down change places, 0 to 1; default 0. 0.5 suits views from above and microscopes.</summary>
    public double Vertical { get; set; }
}
