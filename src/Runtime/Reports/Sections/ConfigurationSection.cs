using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Reports.Sections;

/// <summary>What the run was started with, and from where each value comes.</summary>
internal static class ConfigurationSection
{
    public static void Write(ReportPage page, RunHistory run)
    {
        var settings = run.Config.Settings.OrderBy(static setting => setting.Value.Origin == RecordedSetting.Attribute).ToArray();
        page.Section("Configuration", "Values that are not the attribute's stand first.");
        page.Table(
            "Settings",
            ["setting", "value", "origin"],
            [.. settings.Select(static setting => (string[])[setting.Key, setting.Value.Value, setting.Value.Origin])],
            isText: true,
            at => settings[at].Value.Origin != RecordedSetting.Attribute);
        Pairs(page, "Run", Facts(run.Config));
        Pairs(page, "Versions", run.Config.Versions.Select(static part => (part.Key, part.Value)));
    }

    /// <summary>Facts about the run that are no settings.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(RunConfig config)
    {
        yield return ("device", config.Device);
        yield return ("precision", config.Precision);
        yield return ("threads", NumberText.Format(config.Threads));
        yield return ("optimizer steps by", config.OptimizerRoute ?? "not recorded");
        yield return ("training samples", Count(config.Samples.Train, "a stream"));
        yield return ("validation samples", Count(config.Samples.Validation, "none"));
        yield return ("test samples", Count(config.Samples.Test, "none"));
        yield return ("input shape", string.Join(" × ", config.InputShape.Select(NumberText.Format)));
        if (config.ClassNames.Count > 0)
        {
            yield return ("classes", string.Join(", ", config.ClassNames));
        }
        if (config.EffectiveLr is { } lr)
        {
            yield return ("learning rate scaled to the batch", ReportText.Number(lr));
        }
        if (config.Data is { } data)
        {
            yield return ("data", data.Path);
        }
    }

    private static void Pairs(ReportPage page, string caption, IEnumerable<(string Name, string Value)> pairs) =>
        page.Table(caption, ["what", "value"], [.. pairs.Select(static pair => (string[])[pair.Name, pair.Value])], isText: true);

    private static string Count(long? samples, string without) => samples is { } count ? NumberText.Format(count) : without;
}
