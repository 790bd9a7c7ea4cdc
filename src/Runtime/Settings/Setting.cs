namespace TrainSdk.Settings;

/// <summary>Makes the settings of a generated <c>Hyperparameters</c>, by type.</summary>
public static class Setting
{
    private const string TrueText = "true";
    private const string FalseText = "false";

    /// <summary>A real number.</summary>
    public static Setting<T> Number<T>(
        string name, Func<T, double> get, Func<T, double, T> with, string help = "", bool constructor = false) =>
        new(name, help, constructor, SettingForm.Number, s => NumberText.Format(get(s)),
            (s, text) => NumberText.TryNumber(text, out var value) ? (true, with(s, value)) : (false, s));

    /// <summary>A whole number.</summary>
    public static Setting<T> Integer<T>(
        string name, Func<T, long> get, Func<T, long, T> with, string help = "", bool constructor = false) =>
        new(name, help, constructor, SettingForm.Integer, s => NumberText.Format(get(s)),
            (s, text) => NumberText.TryInteger(text, out var value) ? (true, with(s, value)) : (false, s));

    /// <summary>A whole number that fits 32 bits.</summary>
    public static Setting<T> Count<T>(
        string name, Func<T, int> get, Func<T, int, T> with, string help = "", bool constructor = false) =>
        new(name, help, constructor, SettingForm.Count, s => NumberText.Format(get(s)),
            (s, text) => NumberText.TryInteger(text, out var value) && value is >= int.MinValue and <= int.MaxValue
                ? (true, with(s, (int)value))
                : (false, s));

    /// <summary>true or false.</summary>
    public static Setting<T> Flag<T>(
        string name, Func<T, bool> get, Func<T, bool, T> with, string help = "", bool constructor = false) =>
        new(name, help, constructor, SettingForm.Flag, s => get(s) ? TrueText : FalseText,
            (s, text) => bool.TryParse(text, out var value) ? (true, with(s, value)) : (false, s));

    /// <summary>A length of training.</summary>
    public static Setting<T> Length<T>(string name, Func<T, Duration> get, Func<T, Duration, T> with, string help = "") =>
        new(name, help, false, SettingForm.Length, s => get(s).ToString(),
            (s, text) => Duration.TryParse(text, out var value) ? (true, with(s, value)) : (false, s));

    /// <summary>Points of a run.</summary>
    public static Setting<T> Milestones<T>(string name, Func<T, Milestones> get, Func<T, Milestones, T> with, string help = "") =>
        new(name, help, false, SettingForm.Milestones, s => get(s).ToString(),
            (s, text) => Settings.Milestones.TryParse(text, out var value) ? (true, with(s, value)) : (false, s));

    /// <summary>Any text.</summary>
    public static Setting<T> Word<T>(
        string name, Func<T, string> get, Func<T, string, T> with, string help = "", bool constructor = false) =>
        new(name, help, constructor, SettingForm.Word, get, (s, text) => (true, with(s, text)));

    /// <summary>
    /// One of an enum's names, read in any case. An attribute's are written small, a constructor's as its author spells them.
    /// </summary>
    public static Setting<T> Choice<T, TEnum>(
        string name, Func<T, TEnum> get, Func<T, TEnum, T> with, string help = "", bool constructor = false)
        where TEnum : struct, Enum
    {
        string Spell(string word) => constructor ? word : word.ToLowerInvariant();
        var names = Enum.GetNames<TEnum>();
        return new(name, help, constructor, SettingForm.OneOf([.. names.Select(Spell)]), s => Spell(get(s).ToString()),
            (s, text) => names.Contains(text, StringComparer.OrdinalIgnoreCase)
                ? (true, with(s, Enum.Parse<TEnum>(text, ignoreCase: true)))
                : (false, s));
    }
}
