namespace TrainSdk;

/// <summary>What an <see cref="EarlyStopping"/> remembers: enough to go on where another stopped.</summary>
/// <param name="Best">Best value so far; null before the first that was better than nothing.</param>
/// <param name="Waited">Validations since then.</param>
public readonly record struct EarlyStopState(double? Best, int Waited)
{
    /// <summary>Before the first validation.</summary>
    public static EarlyStopState Start { get; } = new(null, 0);
}
