using TrainSdk.Checkpoints;
using TrainSdk.Recording;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>resume</c>: goes on with a run at its last checkpoint, with the settings that it was started with.</summary>
internal sealed class ResumeCommand<TModel, TSettings> : ICommand
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly TrainedApp<TModel, TSettings> _app;
    private readonly SettingOptions<TSettings> _settings;

    public ResumeCommand(TrainedApp<TModel, TSettings> app, SettingOptions<TSettings> settings)
    {
        _app = app;
        _settings = settings;
        Spec = new(
            "resume",
            "goes on with a run that was stopped, or gives it more epochs",
            [.. Shown(settings), .. TrainingSession<TModel, TSettings>.Specs])
        {
            Arguments = "RUN",
            FewestArguments = 1,
            MostArguments = 1,
        };
    }

    public CommandSpec Spec { get; }

    public int Run(ParsedArguments arguments)
    {
        // The folder is named once: 'latest' may be another one later.
        var run = RunFolder.Find(arguments.Arguments[0]).Path;
        var recorded = _app.Description.SettingsOf(run);
        return new TrainingSession<TModel, TSettings>(_app).Run(
            arguments,
            _settings.Resolve(arguments, recorded),
            options => options with { Resume = run, Data = options.Data ?? RunRecordFile.ReadConfig(RunFolder.Find(run)).Data });
    }

    // What stands for a value that is not given is the run's own.
    private static IEnumerable<OptionSpec> Shown(SettingOptions<TSettings> settings) =>
        settings.Specs.Select(static option => option with { Default = "the run's" });
}
