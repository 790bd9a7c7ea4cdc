using TrainSdk.Generators.Model;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Analysis;

/// <summary>The edits that mend arguments which cannot be left out, such as a schedule's only length.</summary>
internal static class LengthCures
{
    private const string Milestones = "StepDecayMilestones";

    /// <summary>Instead of a value out of its range; none where the default may simply hold.</summary>
    public static EquatableArray<Cure> InRange(
        SettingSpec setting, IReadOnlyDictionary<string, SettingSpec> settings) => setting.Name switch
    {
        "Warmup" => [Length(setting, "5", "0.1")],
        "StepDecay" => [Length(setting, "30", "0.33")],
        "CosineRestarts" => [Length(setting, "10", "0.5")],
        Milestones => [Rising(setting, double.PositiveInfinity)],
        "Exponential" => [Cure.Set("", "gamma", "0.95")],
        "SwaLr" => HalfOf(settings["Lr"]) is { } lr ? [Cure.Set("", "Lr", lr)] : [],
        "Accumulate" or "ValidateEverySteps" => [Cure.Remove()],
        _ => [],
    };

    /// <summary>Instead of a point that the run never reaches.</summary>
    public static EquatableArray<Cure> WithinRun(SettingSpec setting, IReadOnlyDictionary<string, SettingSpec> settings)
    {
        if (!NumberText.TryInteger(settings["Epochs"].Text, out var epochs))
        {
            return [];
        }
        return setting.Name switch
        {
            "StepDecay" when epochs >= 3 => [Length(setting, NumberText.Format(epochs / 3), "0.33")],
            "CosineRestarts" when epochs >= 2 => [Length(setting, NumberText.Format(epochs / 2), "0.5")],
            "Swa" when epochs >= 2 => [Length(setting, NumberText.Format(epochs * 3 / 4), "0.75")],
            Milestones => [Rising(setting, epochs)],
            "EarlyStopMinEpochs" => [],
            _ => [Cure.Remove()],
        };
    }

    // in the unit in which it is written
    private static Cure Length(SettingSpec setting, string epochs, string fraction) => Duration.TryParse(setting.Text, out var length)
        ? length.Unit switch
        {
            DurationUnit.Steps => Cure.Set("", "Steps", "500"),
            DurationUnit.Fraction => Cure.Set("", "Fraction", fraction),
            _ => Cure.Set("", nameof(epochs), epochs),
        }
        : Cure.Remove();

    private static Cure Rising(SettingSpec setting, double end)
    {
        var points = Settings.Milestones.TryParse(setting.Text, out var milestones) ? milestones.Points : [];
        var amounts = points.Select(static point => point.Amount).Where(amount => amount > 0 && amount < end);
        var kept = amounts.Distinct().OrderBy(static amount => amount);
        var numbers = string.Join(", ", kept.Select(NumberText.Format));
        return numbers.Length > 0 ? Cure.Set("", "Milestones", $"new double[] {{ {numbers} }}") : Cure.Remove();
    }

    private static string? HalfOf(SettingSpec lr) =>
        NumberText.TryNumber(lr.Text, out var rate) && rate > 0 ? NumberText.Format(rate / 2) : null;
}
