namespace TrainSdk.Settings;

/// <summary>All settings of a model, in the order in which they are shown.</summary>
/// <typeparam name="TSettings">The model's generated <c>Hyperparameters</c>.</typeparam>
public sealed class SettingTable<TSettings>(params IReadOnlyList<Setting<TSettings>> settings)
{
    private const string PointHint = "; write the decimal point as '.'";

    /// <summary>The settings.</summary>
    public IReadOnlyList<Setting<TSettings>> All { get; } = settings;

    /// <summary>The setting of that name, as in C# or in JSON (case is ignored); null where there is none.</summary>
    public Setting<TSettings>? Find(string name) =>
        All.FirstOrDefault(setting => string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>All values as invariant text, by name.</summary>
    public IReadOnlyDictionary<string, string> TextOf(TSettings values) =>
        All.ToDictionary(setting => setting.Name, setting => setting.TextOf(values));

    /// <summary>The constructor's values as invariant text, by name: what a weights file needs to build the model again.</summary>
    public IReadOnlyDictionary<string, string> ConstructorValues(TSettings values) =>
        All.Where(setting => setting.IsConstructorValue).ToDictionary(setting => setting.Name, setting => setting.TextOf(values));

    /// <summary>The values that come from attributes, as invariant text by name: what the rules judge.</summary>
    internal IReadOnlyDictionary<string, string> AttributeValues(TSettings values) =>
        All.Where(setting => !setting.IsConstructorValue).ToDictionary(setting => setting.Name, setting => setting.TextOf(values));

    /// <summary>The settings with one of them read from text.</summary>
    /// <param name="values">The settings to change.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="text">Invariant text.</param>
    /// <param name="place">Where the text stands, for the message: <c>--lr</c>, <c>environment TRAIN__LR</c>, <c>settings.json</c>.</param>
    /// <exception cref="TrainException">No such setting, or not the text of its kind.</exception>
    public TSettings With(TSettings values, string name, string text, string place) =>
        With(values, new GivenSetting(name, text, place, static spelt => spelt));

    /// <summary>The whole number of a setting that every model has.</summary>
    /// <exception cref="TrainException">There is none.</exception>
    internal long Whole(TSettings values, string name) =>
        NumberText.TryInteger(Find(name)?.TextOf(values) ?? "", out var number) ? number : throw Missing(name);

    /// <summary>The number of a setting that every model has.</summary>
    /// <exception cref="TrainException">There is none.</exception>
    internal double Number(TSettings values, string name) =>
        NumberText.TryNumber(Find(name)?.TextOf(values) ?? "", out var number) ? number : throw Missing(name);

    /// <summary>The settings with one of them as somebody wrote it.</summary>
    internal TSettings With(TSettings values, GivenSetting given)
    {
        var names = All.Select(static setting => setting.Name);
        var setting = Find(given.Name) ?? throw new TrainException(
            $"{given.Place}: there is no setting '{given.Name}'{NearestName.Suggest(given.Name, names, given.Spelling)}");
        return setting.TryWith(values, given.Text, out var changed)
            ? changed
            : throw new TrainException($"{given.Place}: '{given.Text}' is not {setting.Form.Expected}{Hint(given.Text, setting.Form)}");
    }

    private static TrainException Missing(string name) =>
        new($"the settings have no number {name}; a generated Hyperparameters always has one");

    private static string Hint(string text, SettingForm form) => form.Words.Count > 0
        ? NearestName.Suggest(text, form.Words)
        : text.Contains(',') ? PointHint : "";
}
