namespace TrainSdk.Settings;

/// <summary>The settings of a run, and where each value that is not the attribute's comes from.</summary>
/// <typeparam name="TSettings">The model's generated <c>Hyperparameters</c>.</typeparam>
/// <param name="Values">The settings.</param>
/// <param name="Origins">The place of each changed value, by name of the setting.</param>
internal sealed record EffectiveSettings<TSettings>(TSettings Values, IReadOnlyDictionary<string, string> Origins)
    where TSettings : class, new()
{
    /// <summary>Lays the given settings over those of the attributes, or of a run; what comes later wins.</summary>
    /// <param name="table">The model's settings.</param>
    /// <param name="values">What they are laid over.</param>
    /// <param name="given">Settings file, then environment, then options.</param>
    /// <exception cref="TrainException">No such setting, or not the text of its kind.</exception>
    public static EffectiveSettings<TSettings> Of(SettingTable<TSettings> table, TSettings values, IEnumerable<GivenSetting> given)
    {
        var former = table.TextOf(values);
        var origins = new Dictionary<string, string>();
        foreach (var setting in given)
        {
            values = table.With(values, setting);
            origins[table.Find(setting.Name)!.Name] = setting.Place;
        }
        var changed = table.TextOf(values);
        return new(values, origins.Where(origin => changed[origin.Key] != former[origin.Key]).ToDictionary());
    }
}
