namespace TrainSdk.Optim;

/// <summary>What a parameter has of learning rate and weight decay.</summary>
/// <param name="Group">The group that claims it, as a user wrote it; null where none does.</param>
/// <param name="LrScale">What the optimizer's learning rate is multiplied by.</param>
/// <param name="OwnDecay">The group's weight decay; null for the optimizer's.</param>
/// <param name="Decays">Whether it decays at all.</param>
internal readonly record struct ParameterRates(string? Group, double LrScale, double? OwnDecay, bool Decays)
{
    /// <summary>The optimizer's own.</summary>
    public static ParameterRates Plain { get; } = new(null, 1, null, Decays: true);

    /// <summary>Its weight decay; null for the optimizer's.</summary>
    public double? WeightDecay => Decays ? OwnDecay : 0;
}
