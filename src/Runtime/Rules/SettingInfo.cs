namespace TrainSdk.Rules;

/// <summary>
/// What is to be known of a setting that comes from an attribute: the source of <c>--help</c>, of the documentation and of its range rule.
/// </summary>
/// <param name="Name">Name of the property; with a <c>*</c> in it those of a repeated attribute, by what it is about.</param>
/// <param name="Group">Where it is shown.</param>
/// <param name="Meaning">What it is, in a few words, without its range.</param>
/// <param name="Unit">What it counts; empty for a plain number.</param>
/// <param name="Range">The values that make sense.</param>
/// <param name="Advice">What to write instead of a value out of range.</param>
internal sealed record SettingInfo(string Name, SettingGroup Group, string Meaning, string Unit, NumberRange Range, string Advice)
{
    /// <summary>Meaning, unit and range in one line.</summary>
    public string Help => string.Join(", ", HelpParts().Where(static part => part.Length > 0));

    /// <summary>Whether this is said of the setting of that name.</summary>
    public bool IsOf(string name) => Name == name || (Name.IndexOf('*') is var star and >= 0 && name.Length >= Name.Length - 1
        && name.StartsWith(Name.Substring(0, star), StringComparison.Ordinal)
        && name.EndsWith(Name.Substring(star + 1), StringComparison.Ordinal));

    private string[] HelpParts() => [Meaning, Unit.Length > 0 ? "in " + Unit : "", Range.Text];
}
