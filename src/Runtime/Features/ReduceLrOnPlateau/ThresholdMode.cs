namespace TrainSdk;

/// <summary>What a threshold of improvement is measured in.</summary>
public enum ThresholdMode
{
    /// <summary>A share of the best value so far: 1e-4 asks for a loss below 0.9999 times the best.</summary>
    Relative,

    /// <summary>The measured quantity itself: 1e-4 asks for a loss below the best minus 1e-4.</summary>
    Absolute,
}
