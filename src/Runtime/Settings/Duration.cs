using System.Globalization;

namespace TrainSdk.Settings;

/// <summary>
/// A length of training with its unit, so that epochs and steps are never confused:
/// <c>5</c> epochs, <c>500steps</c> or <c>10%</c> of the run.
/// </summary>
public readonly struct Duration : IEquatable<Duration>
{
    private const string StepsSuffix = "steps";
    private const string FractionSuffix = "%";
    private const double SmallestExact = 1e-9;

    private Duration(double amount, DurationUnit unit)
    {
        Amount = amount;
        Unit = unit;
    }

    /// <summary>How many of <see cref="Unit"/>; a fraction is 0 to 1.</summary>
    public double Amount { get; }

    /// <summary>What <see cref="Amount"/> counts.</summary>
    public DurationUnit Unit { get; }

    /// <summary>A number of passes over the training split; parts of an epoch are allowed.</summary>
    public static Duration Epochs(double epochs) => new(epochs, DurationUnit.Epochs);

    /// <summary>A number of optimizer steps.</summary>
    public static Duration Steps(long steps) => new(steps, DurationUnit.Steps);

    /// <summary>A share of all optimizer steps of the run, 0 to 1.</summary>
    public static Duration Fraction(double fraction) => new(fraction, DurationUnit.Fraction);

    /// <summary>A plain number means epochs.</summary>
    public static implicit operator Duration(double epochs) => Epochs(epochs);

    /// <summary>The length in optimizer steps, rounded to the nearest.</summary>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch.</param>
    /// <param name="totalSteps">Optimizer steps of the whole run.</param>
    public long ToSteps(long stepsPerEpoch, long totalSteps) => Unit switch
    {
        DurationUnit.Steps => (long)Amount,
        DurationUnit.Fraction => (long)Math.Round(Amount * totalSteps),
        _ => (long)Math.Round(Amount * stepsPerEpoch),
    };

    /// <summary>Reads <c>5</c>, <c>500steps</c> or <c>10%</c>; false where the text is none of them.</summary>
    public static bool TryParse(string text, out Duration duration)
    {
        var trimmed = text.Trim();
        if (trimmed.EndsWith(StepsSuffix, StringComparison.OrdinalIgnoreCase))
        {
            var parsed = NumberText.TryInteger(Without(trimmed, StepsSuffix), out var steps);
            duration = Steps(steps);
            return parsed;
        }
        if (trimmed.EndsWith(FractionSuffix, StringComparison.Ordinal))
        {
            var parsed = TryPercent(Without(trimmed, FractionSuffix), out var fraction);
            duration = Fraction(fraction);
            return parsed;
        }
        var isNumber = NumberText.TryNumber(trimmed, out var epochs);
        duration = Epochs(epochs);
        return isNumber;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => Unit switch
    {
        DurationUnit.Steps => ((long)Amount).ToString(CultureInfo.InvariantCulture) + StepsSuffix,
        DurationUnit.Fraction => PercentText(Amount) + FractionSuffix,
        _ => NumberText.Format(Amount),
    };

    /// <inheritdoc/>
    public bool Equals(Duration other) => Amount.Equals(other.Amount) && Unit == other.Unit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Duration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Amount.GetHashCode() * 397) ^ (int)Unit;

    /// <summary>Same amount of the same unit.</summary>
    public static bool operator ==(Duration left, Duration right) => left.Equals(right);

    /// <summary>Another amount or unit.</summary>
    public static bool operator !=(Duration left, Duration right) => !left.Equals(right);

    // Hundredths are taken in decimal: 0.07 · 100 is 7.000000000000001 in binary, which would not read back as 0.07.
    private static string PercentText(double fraction) =>
        Math.Abs(fraction) is 0 or (>= SmallestExact and <= 1 / SmallestExact)
            ? (decimal.Parse(NumberText.Format(fraction), NumberStyles.Float, CultureInfo.InvariantCulture) * 100)
                .ToString("G29", CultureInfo.InvariantCulture)
            : NumberText.Format(fraction * 100);

    private static bool TryPercent(string text, out double fraction)
    {
        if (NumberText.TryNumber(text + "e-2", out fraction))
        {
            return true;
        }
        var isNumber = NumberText.TryNumber(text, out var percent);
        fraction = percent / 100;
        return isNumber;
    }

    private static string Without(string text, string suffix) => text.Substring(0, text.Length - suffix.Length).Trim();
}
