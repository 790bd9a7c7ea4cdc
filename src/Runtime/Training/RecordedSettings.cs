using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Training;

/// <summary>The settings that a run was trained with, in place of the attributes'.</summary>
internal static class RecordedSettings
{
    /// <summary>Reads them.</summary>
    /// <param name="table">The model's settings.</param>
    /// <param name="config">What the run recorded.</param>
    /// <param name="folder">Its folder, for messages.</param>
    /// <param name="warn">Told of a setting that the model does not have any more.</param>
    /// <exception cref="TrainException">A recorded value cannot be read.</exception>
    public static TSettings Of<TSettings>(SettingTable<TSettings> table, RunConfig config, RunFolder folder, Action<string> warn)
        where TSettings : class, new()
    {
        var settings = new TSettings();
        foreach (var (name, recorded) in config.Settings)
        {
            if (table.Find(name) is null)
            {
                warn($"{folder.Config}: the model has no setting '{name}' any more; it is ignored");
                continue;
            }
            settings = table.With(settings, name, recorded.Value, folder.Config);
        }
        return settings;
    }
}
