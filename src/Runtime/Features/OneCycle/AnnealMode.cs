namespace TrainSdk;

/// <summary>The form of a way between two learning rates.</summary>
public enum AnnealMode
{
    /// <summary>Half a cosine: gentle at both ends.</summary>
    Cosine,

    /// <summary>A straight line.</summary>
    Linear,
}
