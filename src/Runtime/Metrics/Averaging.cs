namespace TrainSdk.Metrics;

/// <summary>How numbers of several classes become one.</summary>
public enum Averaging
{
    /// <summary>The mean over classes: a rare class counts as much as a frequent one.</summary>
    Macro,

    /// <summary>One number over the decisions of all classes together: a frequent class counts more.</summary>
    Micro,
}
