namespace TrainSdk.Settings;

/// <summary>Finds the settings in environment variables: all whose names begin with <c>TRAIN__</c>.</summary>
internal static class SettingsEnvironment
{
    /// <summary>The settings in alphabetical order.</summary>
    /// <param name="variables">Values by the names of the variables.</param>
    public static IReadOnlyList<GivenSetting> Read(IReadOnlyDictionary<string, string> variables) =>
    [
        .. variables
            .Where(static variable => variable.Key.StartsWith(SettingName.EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static variable => variable.Key, StringComparer.Ordinal)
            .Select(static variable => Given(variable.Key, variable.Value)),
    ];

    private static GivenSetting Given(string variable, string text) =>
        new(variable[SettingName.EnvironmentPrefix.Length..], text, "environment " + variable, SettingName.Environment);
}
