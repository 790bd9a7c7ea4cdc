using TrainSdk.Checkpoints;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>What <c>train</c> and <c>resume</c> do alike: load the data, train until a signal or the end, and say how it went.</summary>
internal sealed class TrainingSession<TModel, TSettings>(TrainedApp<TModel, TSettings> app)
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>Options about the data, the machine, the files and the time.</summary>
    public static IReadOnlyList<OptionSpec> Specs { get; } =
    [
        .. DataOptions.Specs,
        MachineOptions.Device, MachineOptions.Threads, MachineOptions.Workers, MachineOptions.MaxTime, MachineOptions.CheckpointEvery,
        MachineOptions.KeepBest, MachineOptions.KeepEvery,
    ];

    /// <summary>Trains.</summary>
    /// <param name="arguments">The command's arguments.</param>
    /// <param name="effective">The settings, and where those that are shown come from.</param>
    /// <param name="place">Says where the run's files are.</param>
    /// <returns>The exit code.</returns>
    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective, Func<RunOptions, RunOptions> place)
    {
        var options = place(Options(arguments, effective));
        NativeCheck.Require();
        var device = ComputeDevice.Resolve(options.Device);
        MachineOptions.UseThreads(arguments);
        var data = OwnData.Load(app, effective.Values, options.Data);
        RunLines.WriteHead(app, device, data, effective);
        using var display = new RunDisplay(app.Surroundings, app.Description.Settings.Find("Epochs")?.TextOf(effective.Values) ?? "?");
        using var signals = new StopSignals(display.Error);
        options = display.Show(options with { Logger = new WarningLines(display.Error) });
        var result = app.Description.Train(data, effective.Values, options, signals.Token);
        using var model = result.Model;
        display.End(result);
        return Code(result, signals);
    }

    private RunOptions Options(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var options = new RunOptions
        {
            Device = MachineOptions.DeviceOf(arguments),
            Threads = MachineOptions.ThreadsOf(arguments),
            Workers = MachineOptions.Count(arguments, MachineOptions.Workers, least: 0),
            KeepBest = MachineOptions.Count(arguments, MachineOptions.KeepBest) ?? 0,
            KeepEvery = MachineOptions.Count(arguments, MachineOptions.KeepEvery) ?? 0,
            MaxTime = MachineOptions.TimeOf(arguments, MachineOptions.MaxTime),
            Sinks = app.Sinks,
            Origins = effective.Origins,
            Data = DataOptions.Of(arguments),
        };
        return options with
        {
            CheckpointEvery = MachineOptions.TimeOf(arguments, MachineOptions.CheckpointEvery) ?? options.CheckpointEvery,
        };
    }

    private int Code(FitResult<TModel> result, StopSignals signals)
    {
        switch (result.StopReason)
        {
            case StopReason.Diverged:
                app.Surroundings.Error.WriteLine($"error: {result.Divergence?.ToString() ?? "diverged; lower --lr, or add [Warmup]"}");
                return ExitCode.Diverged;
            case StopReason.Canceled:
                return signals.ExitCode ?? ExitCode.Interrupted;
            case StopReason.TimeLimit:
                return ExitCode.TimeLimit;
            default:
                return ExitCode.Done;
        }
    }
}
