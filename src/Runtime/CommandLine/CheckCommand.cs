using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.CommandLine;

/// <summary><c>check kfold</c>: trains the model once per fold and says how much the results differ.</summary>
internal sealed class CheckCommand<TModel, TSettings> : ICommand
    where TModel : torch.nn.Module, ITrainedModel
    where TSettings : class, new()
{
    private const string KFoldName = "kfold";
    private const int AssumedFolds = 5;

    private static readonly OptionSpec FoldsOption = new("--folds", "N", "number of folds, at least 2", OptionGroup.Output)
    {
        Default = NumberText.Format(AssumedFolds),
        Expected = "a whole number such as 5",
    };

    private readonly TrainedApp<TModel, TSettings> _app;
    private readonly SettingOptions<TSettings> _settings;

    public CheckCommand(TrainedApp<TModel, TSettings> app, SettingOptions<TSettings> settings)
    {
        _app = app;
        _settings = settings;
        OptionSpec[] others =
            [FoldsOption, MachineOptions.Config, MachineOptions.Device, MachineOptions.Threads, MachineOptions.RunDirectory];
        Spec = new("check", "trains once per fold of the data, and reports mean and spread; the test split is not looked at",
            [.. settings.Specs, .. others])
        {
            Arguments = KFoldName,
            FewestArguments = 1,
            MostArguments = 1,
        };
    }

    public CommandSpec Spec { get; }

    public int Run(ParsedArguments arguments)
    {
        if (arguments.Arguments[0] != KFoldName)
        {
            throw new TrainException($"check has no '{arguments.Arguments[0]}'; write check {KFoldName}");
        }
        var folds = MachineOptions.Count(arguments, FoldsOption) ?? AssumedFolds;
        var effective = _settings.Resolve(arguments, _app.Surroundings);
        NativeCheck.Require();
        var device = Native.ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        MachineOptions.UseThreads(arguments);
        var data = _app.Load(effective.Values);
        RunLines.WriteHead(_app, device, data, effective);
        using var signals = new StopSignals(_app.Surroundings.Error);
        var result = KFold.Train(
            _app.Description, data, effective.Values, folds, Options(arguments, effective), new FoldLines(_app.Surroundings.Output, folds),
            signals.Token);
        FoldLines.WriteEnd(_app.Surroundings.Output, result);
        return result.Folds.Count < folds ? signals.ExitCode ?? ExitCode.Interrupted
            : result.Folds.Any(static fold => fold.StopReason == StopReason.Diverged) ? ExitCode.Diverged
            : ExitCode.Done;
    }

    private RunOptions Options(ParsedArguments arguments, EffectiveSettings<TSettings> effective) => new()
    {
        Device = MachineOptions.DeviceOf(arguments),
        Threads = MachineOptions.ThreadsOf(arguments),
        RunDirectory = arguments[MachineOptions.RunDirectory],
        Logger = new WarningLines(_app.Surroundings.Error),
        Origins = effective.Origins,
    };
}
