namespace TrainSdk.Settings;

/// <summary>What a <see cref="Duration"/> counts.</summary>
public enum DurationUnit
{
    /// <summary>Passes over the training split.</summary>
    Epochs,

    /// <summary>Optimizer steps.</summary>
    Steps,

    /// <summary>A share of all optimizer steps of the run, 0 to 1.</summary>
    Fraction,
}
