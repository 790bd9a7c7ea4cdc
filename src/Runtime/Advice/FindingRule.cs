using TrainSdk.Settings;

namespace TrainSdk.Advice;

/// <summary>
/// One thing that can be wrong with a run. A rule stays silent unless its evidence leaves no doubt: a false alarm costs more than a miss.
/// </summary>
internal abstract class FindingRule
{
    /// <summary>Words with dashes.</summary>
    public abstract string Id { get; }

    /// <summary>Looks at a run; null where there is nothing to say.</summary>
    public abstract Finding? Look(RunFacts run);

    protected Finding Found(string sentence, string evidence, string edit) => new(Id, sentence, evidence, edit);

    /// <summary>A number for people.</summary>
    protected static string Text(double number) => HumanNumber.Short(number);

    protected static string Percent(double share) => $"{Text(Math.Round(share * 100, 1))} %";

    /// <summary>
    /// The power of ten between a share that steps moved the weights by and what they should, ten to a thousand. Recipes that are as they
    /// should be move 0.2 to 1.6 % in their first steps at full rate, measured by the benchmark <c>advice</c>.
    /// </summary>
    protected static double Factor(double longer, double shorter) =>
        Math.Pow(10, Math.Clamp(Math.Round(Math.Log10(longer / shorter)), 1, 3));

    /// <summary>The share that a step of a healthy beginning moves the weights by.</summary>
    protected const double HealthyUpdate = 5e-3;

    /// <summary>Warmup for a sixth of the run, and five epochs at most: five of five would leave no run.</summary>
    protected static string Warmup(RunFacts run) =>
        $"[Warmup({NumberText.Format(Math.Clamp((long)run.Number("epochs", 30) / 6, 1, 5))})]";

    /// <summary>An attribute's number of one digit: 0.0034 is 0.003.</summary>
    protected static double OneDigit(double number)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(number)));
        return double.Parse(
            (Math.Round(number / unit) * unit).ToString("G2", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture);
    }
}
