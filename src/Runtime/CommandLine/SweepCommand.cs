using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Files;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Sweeps;
using TrainSdk.Training;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>sweep</c>: trains with many values of some settings, and ranks them by the validation split.</summary>
internal sealed class SweepCommand<TModel, TSettings> : ICommand
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private const string SplitSeed = "SplitSeed";

    private readonly TrainedApp<TModel, TSettings> _app;
    private readonly SettingOptions<TSettings> _settings;

    public SweepCommand(TrainedApp<TModel, TSettings> app, SettingOptions<TSettings> settings)
    {
        _app = app;
        _settings = settings;
        OptionSpec[] machine = [MachineOptions.Config, .. DataOptions.Specs, .. SweepOptions.Machine];
        Spec = new(
            "sweep",
            "trains with several values of settings, such as --lr 1e-4..1e-2:log --weight-decay 0,1e-4, and ranks them by the validation "
                + "split; the same command goes on with a sweep that was stopped",
            [.. settings.Specs.Select(SweepOptions.Swept), .. SweepOptions.Own, .. machine]);
    }

    public CommandSpec Spec { get; }

    public int Run(ParsedArguments arguments)
    {
        var options = SweepOptions.Of(arguments);
        var space = Space(arguments);
        string[] swept = [.. space.Axes.Select(static axis => axis.Setting)];
        var single = arguments with
        {
            Options = arguments.Options.Where(option => !swept.Select(SettingName.Option).Contains(option.Key)).ToDictionary(),
        };
        var effective = _settings.Resolve(single, _app.Surroundings, swept);
        SweepCandidates<TModel, TSettings>.CheckEdges(_app.Description.Settings, space);

        NativeCheck.Require();
        var device = ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        MachineOptions.UseThreads(arguments);
        var data = OwnData.Load(_app, effective.Values, DataOptions.Of(arguments)).WithoutTest();
        var candidates = new SweepCandidates<TModel, TSettings>(_app.Description, effective.Values, space, data);
        var trials = candidates.Plan(options);
        var objective = Objective.Of(_app.Description, trials[0].Settings, data, options.RankBy);
        var wanted = Wanted(arguments, options, space, effective, objective) with { Planned = trials.Count };
        var folder = SweepFolder.For(arguments[MachineOptions.RunDirectory], wanted);
        Directory.CreateDirectory(folder.Path);
        using var taken = RunLock.Take(folder.Path);
        var record = File.Exists(folder.Record) ? wanted with { Started = folder.Read().Started, Trials = folder.Read().Trials } : wanted;
        var ledger = new SweepLedger(folder, record, objective);
        ledger.Save();
        RunLines.WriteHead(_app, device, data, effective with { Values = trials[0].Settings });
        return Train(arguments, effective, folder, ledger, record, objective, trials);
    }

    private int Train(
        ParsedArguments arguments, EffectiveSettings<TSettings> effective, SweepFolder folder, SweepLedger ledger, SweepRecord record,
        Objective objective, IReadOnlyList<SweepTrial<TSettings>> trials)
    {
        var lines = new SweepLines(_app.Surroundings.Output, folder, record, objective);
        lines.WriteHead();
        using var signals = new StopSignals(_app.Surroundings.Error);
        var given = DataOptions.Of(arguments);
        var sweep = new Sweep<TModel, TSettings>(
            _app.Description, settings => OwnData.Load(_app, settings, given), folder, ledger, objective)
        {
            Rule = record.Definition.Prunes ? new MedianStopping(objective) : null,
            Explain = FailureReport.Explain,
            Options = SweepOptions.RunOptionsOf(arguments) with
            {
                Sinks = _app.Sinks,
                Origins = effective.Origins,
                Logger = new WarningLines(_app.Surroundings.Error),
            },
        };
        var end = sweep.Run(trials, lines.Report, signals.Token);
        if (end != StopReason.Completed)
        {
            lines.WriteStopped();
            return end == StopReason.TimeLimit ? ExitCode.TimeLimit : signals.ExitCode ?? ExitCode.Interrupted;
        }
        lines.WriteTable(ledger.Ranked);
        if (ledger.Ranked is not [{ Rank: 1, State: not (TrialState.Diverged or TrialState.Failed) } best, ..])
        {
            return NoneTrained(ledger.Ranked);
        }
        lines.WriteEnd(ledger.Ranked, AttributeText.Of(typeof(TModel), _app.Description.Settings, trials[best.Trial - 1].Settings, best));
        return ExitCode.Done;
    }

    private int NoneTrained(IReadOnlyList<TrialRecord> trials)
    {
        _app.Surroundings.Error.WriteLine($"error: no trial was trained to an end; the first: {trials[0].Problem}");
        return trials[0].State == TrialState.Diverged ? ExitCode.Diverged : ExitCode.WrongUse;
    }

    private SweepSpace Space(ParsedArguments arguments)
    {
        var space = _settings.Space(arguments);
        if (space.Axes.Count == 0)
        {
            throw new TrainException(
                "no setting has several values; give a range or a list, such as --lr 1e-4..1e-2:log or --weight-decay 0,1e-4");
        }
        return space.Axes.All(static axis => axis.Setting != SplitSeed) ? space : throw new TrainException(
            "--split-seed: trials are compared on one validation split; give one value, or spread it with 'check kfold'");
    }

    private SweepRecord Wanted(
        ParsedArguments arguments, SweepOptions options, SweepSpace space, EffectiveSettings<TSettings> effective, Objective objective) =>
        new()
        {
            Started = DateTimeOffset.UtcNow,
            Planned = 0,
            Definition = new()
            {
                Model = _app.Description.Name,
                Space = space.Axes.ToDictionary(static axis => SettingName.Json(axis.Setting), static axis => axis.Text),
                Settings = _app.Description.Settings.TextOf(effective.Values)
                    .Where(value => space.Axes.All(axis => axis.Setting != value.Key))
                    .ToDictionary(static value => SettingName.Json(value.Key), static value => value.Value),
                Grid = options.Grid,
                Trials = options.Grid ? null : options.Trials,
                Seed = options.Seed,
                Prunes = options.Prunes,
                RankedBy = objective.Name,
                HigherIsBetter = objective.IsHigherBetter,
                Data = DataOptions.Of(arguments),
            },
        };
}
