namespace TrainSdk.Settings;

/// <summary>What a setting's text looks like.</summary>
/// <param name="Expected">For error messages: <c>a number such as 0.001</c>.</param>
/// <param name="Placeholder">For <c>--help</c>: <c>NUMBER</c>.</param>
/// <param name="IsFlag">Whether an option without a value means true.</param>
internal sealed record SettingForm(string Expected, string Placeholder, bool IsFlag = false)
{
    /// <summary>The words to choose from; empty where it is no choice.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    public static SettingForm Number { get; } = new("a number such as 0.001", "NUMBER");

    public static SettingForm Integer { get; } = new("a whole number such as 64", "N");

    public static SettingForm Count { get; } = new("a whole number such as 64, at most 2147483647", "N");

    public static SettingForm Flag { get; } = new("true or false", "[true|false]", IsFlag: true);

    public static SettingForm Length { get; } = new("epochs, steps or a share of the run, such as 5, 500steps or 10%", "LENGTH");

    public static SettingForm Milestones { get; } =
        new("points of the run with commas between them, such as 30,60,80, 500steps,800steps or 50%,75%", "LENGTHS");

    public static SettingForm Word { get; } = new("text", "TEXT");

    public static SettingForm OneOf(IReadOnlyList<string> words) =>
        new("one of " + string.Join(", ", words), string.Join('|', words)) { Words = words };
}
