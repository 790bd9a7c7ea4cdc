namespace TrainSdk.Benchmarks.Measuring;

/// <summary>The costs of one contender, round by round.</summary>
internal sealed record Measured(string Name, double[] Values)
{
    public Spread Spread => Spread.Of(Values);

    /// <summary>
    /// This contender's cost over another's, round by round: a disturbance that lasts longer than a round is in both and falls out.
    /// </summary>
    public Spread Over(Measured other) => Spread.Of(Values.Zip(other.Values, static (own, others) => own / others));
}
