using TrainSdk.Settings;

namespace TrainSdk.Rules;

/// <summary>The finite numbers from a lowest to a highest, each of which may be left out. NaN and infinity are in no range.</summary>
internal sealed record NumberRange
{
    private NumberRange(double lowest, bool includesLowest, double highest, string text)
    {
        Lowest = lowest;
        IncludesLowest = includesLowest;
        Highest = highest;
        Text = text;
    }

    /// <summary>Any finite number.</summary>
    public static NumberRange Any { get; } = new(double.NegativeInfinity, false, double.PositiveInfinity, "");

    /// <summary>0 up to, but not including, 1.</summary>
    public static NumberRange Share { get; } = new(0, true, 1, "from 0 to below 1");

    /// <summary>Numbers between 0 and 1, neither of which is allowed.</summary>
    public static NumberRange Fraction { get; } = new(0, false, 1, "above 0 and below 1");

    /// <summary>0 to 1.</summary>
    public static NumberRange Probability { get; } = UpTo(1);

    /// <summary>The lower end.</summary>
    public double Lowest { get; }

    /// <summary>Whether <see cref="Lowest"/> itself is allowed.</summary>
    public bool IncludesLowest { get; }

    /// <summary>The upper end.</summary>
    public double Highest { get; }

    /// <summary>Whether <see cref="Highest"/> itself is allowed.</summary>
    public bool IncludesHighest { get; private init; }

    /// <summary>Whether infinity is allowed.</summary>
    public bool IncludesInfinity { get; private init; }

    /// <summary>In words: <c>greater than 0</c>; empty where every finite number is allowed.</summary>
    public string Text { get; }

    /// <summary>0 to the given number.</summary>
    public static NumberRange UpTo(double highest) =>
        new(0, true, highest, "from 0 to " + NumberText.Format(highest)) { IncludesHighest = true };

    /// <summary>Every finite number above the given one.</summary>
    public static NumberRange Above(double lowest) =>
        new(lowest, false, double.PositiveInfinity, "greater than " + NumberText.Format(lowest));

    /// <summary>Every number above the given one, and infinity, which is written <c>Infinity</c>.</summary>
    public static NumberRange AboveOrInfinite(double lowest) =>
        new(lowest, false, double.PositiveInfinity, $"greater than {NumberText.Format(lowest)}, or Infinity") { IncludesInfinity = true };

    /// <summary>The given number and every finite one above it.</summary>
    public static NumberRange AtLeast(double lowest) =>
        new(lowest, true, double.PositiveInfinity, "at least " + NumberText.Format(lowest));

    /// <summary>Whether the number lies within.</summary>
    public bool Contains(double value) => (IncludesLowest ? value >= Lowest : value > Lowest)
        && (value < Highest || IncludesInfinity || (IncludesHighest && value == Highest));
}
