using System.Collections;

namespace TrainSdk.Settings;

/// <summary>Finds the settings in environment variables: all whose names begin with <c>TRAIN__</c>.</summary>
internal static class SettingsEnvironment
{
    /// <summary>The settings in alphabetical order.</summary>
    /// <param name="variables">Names and values, as from <see cref="Environment.GetEnvironmentVariables()"/>.</param>
    public static IReadOnlyList<GivenSetting> Read(IDictionary variables) =>
    [
        .. variables.Cast<DictionaryEntry>()
            .Select(static variable => (Name: (string)variable.Key, Text: variable.Value as string ?? ""))
            .Where(static variable => variable.Name.StartsWith(SettingName.EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static variable => variable.Name, StringComparer.Ordinal)
            .Select(static variable => Given(variable.Name, variable.Text)),
    ];

    private static GivenSetting Given(string variable, string text) =>
        new(variable[SettingName.EnvironmentPrefix.Length..], text, "environment " + variable, SettingName.Environment);
}
