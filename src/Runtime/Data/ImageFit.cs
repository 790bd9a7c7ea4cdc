namespace TrainSdk.Data;

/// <summary>How a picture in a file becomes one of the size that the model takes.</summary>
public enum ImageFit
{
    /// <summary>Not at all: a picture of another size is refused.</summary>
    None,

    /// <summary>Scaled until it covers the size, and what stands over on two sides is cut off evenly. Keeps the proportions.</summary>
    Crop,

    /// <summary>Scaled until it fits in, and black at two sides. Keeps the proportions and the whole picture.</summary>
    Pad,

    /// <summary>Scaled in both directions on their own, so that proportions change.</summary>
    Stretch,
}
