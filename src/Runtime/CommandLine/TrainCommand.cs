using TrainSdk.Checkpoints;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>train</c>: trains a fresh model.</summary>
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
        OptionSpec[] machine = [MachineOptions.Config, .. TrainingSession<TModel, TSettings>.Specs, MachineOptions.RunDirectory];
        Spec = new("train", "trains the model", [.. settings.Specs, .. machine]);
    }

    public CommandSpec Spec { get; }

    public int Run(ParsedArguments arguments) => new TrainingSession<TModel, TSettings>(_app).Run(
        arguments,
        _settings.Resolve(arguments, _app.Surroundings),
        options => options with { RunDirectory = arguments[MachineOptions.RunDirectory] });
}
