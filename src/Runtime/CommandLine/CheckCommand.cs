using TrainSdk.Checkpoints;
using TrainSdk.Native;
using TrainSdk.Settings;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>check</c> and <c>find</c>: things to try before a run, each with options of its own.</summary>
internal sealed class CheckCommand<TModel, TSettings> : ICommand
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly TrainedApp<TModel, TSettings> _app;
    private readonly SettingOptions<TSettings> _settings;
    private readonly ICheck<TSettings>[] _checks;

    /// <param name="name">As typed.</param>
    /// <param name="app">The app.</param>
    /// <param name="settings">The options that change settings.</param>
    /// <param name="checks">What it does.</param>
    public CheckCommand(
        string name, TrainedApp<TModel, TSettings> app, SettingOptions<TSettings> settings, params ICheck<TSettings>[] checks)
    {
        _app = app;
        _settings = settings;
        _checks = checks;
        OptionSpec[] others =
        [
            .. DataOptions.Specs, MachineOptions.Config, MachineOptions.Threads,
            .. _checks.SelectMany(static check => check.Options).Distinct(),
        ];
        var help = string.Join("; ", _checks.Select(static check => $"{check.Name}: {check.Help}"));
        Spec = new(name, help, [.. settings.Specs, .. others])
        {
            Arguments = string.Join('|', _checks.Select(static check => check.Name)),
            FewestArguments = 1,
            MostArguments = 1,
        };
    }

    public CommandSpec Spec { get; }

    public int Run(ParsedArguments arguments)
    {
        var name = arguments.Arguments[0];
        var check = _checks.FirstOrDefault(check => check.Name == name) ?? throw new TrainException(
            $"{Spec.Name} has no '{name}'{NearestName.Suggest(name, _checks.Select(static check => check.Name))}; "
            + $"write {Spec.Name} {string.Join('|', _checks.Select(static check => check.Name))}");
        foreach (var misplaced in _checks.SelectMany(static other => other.Options).Except(check.Options))
        {
            if (arguments[misplaced] is not null)
            {
                var owners = _checks.Where(other => other.Options.Contains(misplaced)).Select(other => $"{Spec.Name} {other.Name}");
                throw new TrainException($"{misplaced.Name} is for {string.Join(" and ", owners)}; leave it out");
            }
        }
        var effective = _settings.Resolve(arguments, _app.Surroundings);
        NativeCheck.Require();
        MachineOptions.UseThreads(arguments);
        return check.Run(arguments, effective);
    }
}
