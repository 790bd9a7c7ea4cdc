using TrainSdk.Rules;
using TrainSdk.Settings;
using TrainSdk.Sweeps;

namespace TrainSdk.CommandLine;

/// <summary>A model's settings as options, and the effective settings from all places where they can be given.</summary>
/// <typeparam name="TSettings">The model's generated <c>Hyperparameters</c>.</typeparam>
internal sealed class SettingOptions<TSettings>
    where TSettings : class, new()
{
    private readonly SettingTable<TSettings> _table;
    private readonly (Setting<TSettings> Setting, OptionSpec Option)[] _options;

    public SettingOptions(SettingTable<TSettings> table)
    {
        _table = table;
        var defaults = new TSettings();
        _options = [.. table.All.Select(setting => (setting, Option(setting, defaults))).OrderBy(static option => Rank(option.setting))];
    }

    /// <summary>An option for each setting, grouped.</summary>
    public IEnumerable<OptionSpec> Specs => _options.Select(static option => option.Option);

    /// <summary>Attributes, then <c>--config</c>, then the environment, then options; later wins, and the rules are kept.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="surroundings">The environment.</param>
    /// <param name="open">Settings whose values come later, with the rules about them.</param>
    /// <exception cref="TrainException">A name or a value is wrong; the message says where it stands.</exception>
    public EffectiveSettings<TSettings> Resolve(
        ParsedArguments arguments, Surroundings surroundings, params IReadOnlyCollection<string> open)
    {
        var file = arguments[MachineOptions.Config] is { } path ? SettingsFile.Read(path) : [];
        return Enforced(
            EffectiveSettings<TSettings>.Of(
                _table, new TSettings(), [.. file, .. SettingsEnvironment.Read(surroundings.Environment), .. Given(arguments)]),
            open);
    }

    /// <summary>The settings of a run that goes on, then options; and the rules are kept.</summary>
    /// <exception cref="TrainException">A name or a value is wrong; the message says where it stands.</exception>
    public EffectiveSettings<TSettings> Resolve(ParsedArguments arguments, TSettings recorded) =>
        Enforced(EffectiveSettings<TSettings>.Of(_table, recorded, Given(arguments)), []);

    /// <summary>The settings whose option is given with a range or a list.</summary>
    /// <exception cref="TrainException">It is neither a range nor a list of the setting's values.</exception>
    public SweepSpace Space(ParsedArguments arguments) => new(
    [
        .. from setting in _table.All
           let text = arguments.Options.GetValueOrDefault(SettingName.Option(setting.Name))
           where text is not null
           let axis = AxisText.Read(_table, setting, text)
           where axis is not null
           select axis,
    ]);

    private IEnumerable<GivenSetting> Given(ParsedArguments arguments) => _options
        .Where(option => arguments[option.Option] is not null)
        .Select(option => new GivenSetting(option.Setting.Name, arguments[option.Option]!, option.Option.Name, SettingName.Option));

    private EffectiveSettings<TSettings> Enforced(EffectiveSettings<TSettings> effective, IReadOnlyCollection<string> open)
    {
        var broken = RuleTable.Check(_table.AttributeValues(effective.Values))
            .FirstOrDefault(found => found.Rule.AtRunTime == Severity.Error && !found.Rule.Settings.Any(open.Contains));
        if (broken is not null)
        {
            var origin = broken.Rule.Settings.Select(effective.Origins.GetValueOrDefault).FirstOrDefault(static place => place is not null);
            throw new TrainException(origin is null ? broken.Message : $"{origin}: {broken.Message}");
        }
        return effective;
    }

    private static OptionSpec Option(Setting<TSettings> setting, TSettings defaults)
    {
        var info = setting.IsConstructorValue ? null : SettingCatalog.Find(setting.Name);
        var group = info?.Group.ToString() ?? OptionGroup.Model;
        return new(SettingName.Option(setting.Name), setting.Form.Placeholder, info?.Help ?? setting.Help.TrimEnd('.'), group)
        {
            Default = setting.TextOf(defaults),
            Expected = setting.Form.Expected,
            Implied = setting.Form.IsFlag ? "true" : null,
        };
    }

    private static int Rank(Setting<TSettings> setting) =>
        (int?)(setting.IsConstructorValue ? null : SettingCatalog.Find(setting.Name)?.Group) ?? int.MaxValue;
}
