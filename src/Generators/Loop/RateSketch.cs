using TrainSdk.Rules;

namespace TrainSdk.Generators.Loop;

/// <summary>
/// The schedule as numbers, for the picture at the head of its file. Features say here with the curves themselves what they say in code; a
/// test holds the two equal.
/// </summary>
internal sealed class RateSketch
{
    /// <summary>Steps of an epoch in the picture: a real run's are not known before there are data.</summary>
    public const long StepsPerEpoch = 100;

    private readonly List<Func<RatePoint, RatePoint>> _moves = [];
    private readonly List<(Order Order, Func<RatePoint, double, double> Curve)> _curves = [];

    /// <summary>Whether there is anything to draw.</summary>
    public bool HasCurve => _curves.Count > 0;

    /// <summary>Changes where in the schedule a step is, before any curve is asked.</summary>
    public void Move(Func<RatePoint, RatePoint> move) => _moves.Add(move);

    /// <summary>Changes the rate of a step.</summary>
    public void Rate(Order order, Func<RatePoint, double, double> curve) => _curves.Add((order, curve));

    /// <summary>The rate of a step, as a function; it starts from the one that the settings make.</summary>
    /// <param name="settings">The attributes' settings, which break no rule.</param>
    public Func<long, double> Curve(RuleValues settings)
    {
        var (start, totalSteps) = (settings.EffectiveLr, (long)settings.Number("Epochs") * StepsPerEpoch);
        var curves = _curves.OrderBy(static curve => curve.Order).Select(static curve => curve.Curve).ToArray();
        return step =>
        {
            var point = _moves.Aggregate(new RatePoint(step, StepsPerEpoch, totalSteps), static (moved, move) => move(moved));
            return curves.Aggregate(start, (rate, curve) => curve(point, rate));
        };
    }
}
