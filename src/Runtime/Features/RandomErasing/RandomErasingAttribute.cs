namespace TrainSdk;

/// <summary>
/// Replaces a random rectangle of training images by the mean colour, so that the model does not lean on one part of an object (Zhong et
/// al., 2020). Comes after all other augmentations. Takes images of any number type. Training only.
/// </summary>
/// <remarks>
/// Start with 0.25 on photographs of 200 pixels and more, 0.5 on small ones. The area is drawn between the two shares, the sides with a
/// ratio from 0.3 to 3.3, as in torchvision. Small things may vanish altogether: lower MaxArea. Not beside <c>[NextToken]</c> (TRAIN1025).
/// </remarks>
/// <param name="probability">How often; default 0.5.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RandomErasingAttribute(double probability = 0.5) : Attribute
{
    /// <summary>How often, 0 to 1; 0.1 to 0.5 are usual, default 0.5.</summary>
    public double Probability { get; } = probability;

    /// <summary>Smallest area as a share of the image's, 0 to 1; default 0.02.</summary>
    public double MinArea { get; set; } = 0.02;

    /// <summary>Largest area as a share of the image's, 0 to 1; default 0.33.</summary>
    public double MaxArea { get; set; } = 0.33;
}
