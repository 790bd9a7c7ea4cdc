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
    public bool HasCurve => _curves.Exists(static curve => curve.Order != Order.Base);

    /// <summary>Changes where in the schedule a step is, before any curve is asked.</summary>
    public void Move(Func<RatePoint, RatePoint> move) => _moves.Add(move);

    /// <summary>Changes the rate of a step.</summary>
    public void Rate(Order order, Func<RatePoint, double, double> curve) => _curves.Add((order, curve));

    /// <summary>The rates at steps spread over the run; none where the settings are no good ones.</summary>
    /// <param name="plan">The model's plan.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<double> Draw(LoopPlan plan, int count)
    {
        var settings = plan.Settings.ToDictionary(static setting => setting.Name, static setting => setting.Text);
        if (RuleTable.Check(settings).Any(static violation => violation.Rule.AtRunTime == Severity.Error))
        {
            return [];
        }
        var totalSteps = plan.NumberOf("Epochs") * StepsPerEpoch;
        double[] rates = [.. Enumerable.Range(0, count).Select(at => At(((2 * at) + 1) * totalSteps / (2 * count), totalSteps, plan))];
        return rates.All(static rate => rate >= 0 && rate < double.PositiveInfinity) ? rates : [];
    }

    /// <summary>The rate of one step.</summary>
    public double At(long step, long totalSteps, LoopPlan plan)
    {
        var point = _moves.Aggregate(new RatePoint(step, StepsPerEpoch, totalSteps), static (moved, move) => move(moved));
        return _curves.OrderBy(static curve => curve.Order).Aggregate(plan.LrOf(), (rate, curve) => curve.Curve(point, rate));
    }
}
