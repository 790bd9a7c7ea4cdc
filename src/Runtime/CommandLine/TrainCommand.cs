using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>train</c>: loads the data, trains a fresh model and says how it went.</summary>
internal sealed class TrainCommand<TModel, TSettings> : ICommand
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly TrainedApp<TModel, TSettings> _app;
    private readonly SettingOptions<TSettings> _settings;

    public TrainCommand(TrainedApp<TModel, TSettings> app, SettingOptions<TSettings> settings)
    {
        _app = app;
        _settings = settings;
        OptionSpec[] machine = [MachineOptions.Config, MachineOptions.Device, MachineOptions.Threads, MachineOptions.RunDirectory];
        Spec = new("train", "trains the model", [.. settings.Specs, .. machine]);
    }

    public CommandSpec Spec { get; }

    public int Run(ParsedArguments arguments)
    {
        var effective = _settings.Resolve(arguments, _app.Surroundings);
        var options = Options(arguments, effective);
        NativeCheck.Require();
        var device = ComputeDevice.Resolve(options.Device);
        MachineOptions.UseThreads(arguments);
        var data = _app.Load(effective.Values);
        RunLines.WriteHead(_app, device, data, effective);
        using var signals = new StopSignals(_app.Surroundings.Error);
        var result = _app.Description.Train(data, effective.Values, options, signals.Token);
        using var model = result.Model;
        RunLines.WriteEnd(_app.Surroundings.Output, result);
        return Code(result, signals);
    }

    private RunOptions Options(ParsedArguments arguments, EffectiveSettings<TSettings> effective) => new()
    {
        Device = MachineOptions.DeviceOf(arguments),
        Threads = MachineOptions.ThreadsOf(arguments),
        RunDirectory = arguments[MachineOptions.RunDirectory],
        Progress = new EpochLines(_app.Surroundings.Output, _app.Description.Settings.Find("Epochs")?.TextOf(effective.Values) ?? "?"),
        Logger = new WarningLines(_app.Surroundings.Error),
        Origins = effective.Origins,
    };

    private int Code(FitResult<TModel> result, StopSignals signals)
    {
        switch (result.StopReason)
        {
            case StopReason.Diverged:
                _app.Surroundings.Error.WriteLine($"error: {result.Divergence?.ToString() ?? "diverged; lower --lr, or add [Warmup]"}");
                return ExitCode.Diverged;
            case StopReason.Canceled:
                return signals.ExitCode ?? ExitCode.Interrupted;
            default:
                return ExitCode.Done;
        }
    }
}
