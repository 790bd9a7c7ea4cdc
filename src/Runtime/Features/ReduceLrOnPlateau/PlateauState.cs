namespace TrainSdk;

/// <summary>What a <see cref="LrPlateau"/> remembers: enough to go on where another stopped.</summary>
/// <param name="Factor">What the schedule's rate is multiplied by.</param>
/// <param name="Best">Best value so far; null before the first that was better than nothing.</param>
/// <param name="BadValidations">Validations without an improvement since the best, the last reduction or the end of a cooldown.</param>
/// <param name="Cooldown">Validations that are still not counted.</param>
public readonly record struct PlateauState(double Factor, double? Best, int BadValidations, int Cooldown)
{
    /// <summary>Before the first validation.</summary>
    public static PlateauState Start { get; } = new(1, null, 0, 0);
}
