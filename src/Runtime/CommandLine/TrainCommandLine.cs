using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>
/// The command line of a trained app: <c>train</c> (the default), <c>resume</c>, <c>evaluate</c>, <c>predict</c>, <c>check</c>,
/// <c>find</c>, <c>sweep</c>, <c>report</c>, <c>runs</c>, <c>schedule</c> and <c>info</c>. Generated code calls it; see
/// <c>docs/command-line.md</c>.
/// </summary>
public static class TrainCommandLine
{
    private static readonly string[] HelpWords = ["--help", "-h", "-?"];
    private static readonly string[] VersionWords = ["--version"];

    /// <summary>Does what the arguments ask for. Everything that goes wrong is written to the standard error, nothing is thrown.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="description">What the generator knows of the model class.</param>
    /// <param name="load">Loads the data for the given settings, above all their <c>SplitSeed</c>; called where data are needed.</param>
    /// <param name="sinks">Told of all that a run records, beside the display.</param>
    /// <returns>
    /// The exit code: 0 done; 1 wrong use or bad input; 3 diverged; 70 a defect of TrainSdk; 75 its time was over, 130 after Ctrl+C and 143
    /// after SIGTERM, each with a checkpoint to resume.
    /// </returns>
    public static int Run<TModel, TSettings>(
        string[] args,
        ModelDescription<TModel, TSettings> description,
        Func<TSettings, DataSplits> load,
        params IReadOnlyList<IRunSink> sinks)
        where TModel : Module, ITrainedModel
        where TSettings : class, new() =>
        Run(args, new TrainedApp<TModel, TSettings>(description, load, Surroundings.OfProcess()) { Sinks = sinks });

    /// <summary>The same within given surroundings.</summary>
    internal static int Run<TModel, TSettings>(string[] args, TrainedApp<TModel, TSettings> app)
        where TModel : Module, ITrainedModel
        where TSettings : class, new()
    {
        try
        {
            return Dispatch(args, app.Description.Name, Commands(app), app.Surroundings.Output);
        }
        catch (Exception failure)
        {
            return FailureReport.Write(app.Surroundings.Error, failure);
        }
    }

    private static ICommand[] Commands<TModel, TSettings>(TrainedApp<TModel, TSettings> app)
        where TModel : Module, ITrainedModel
        where TSettings : class, new()
    {
        var settings = new SettingOptions<TSettings>(app.Description.Settings);
        return
        [
            new TrainCommand<TModel, TSettings>(app, settings),
            new ResumeCommand<TModel, TSettings>(app, settings),
            new EvaluateCommand<TModel, TSettings>(app),
            new PredictCommand<TModel, TSettings>(app),
            new CheckCommand<TModel, TSettings>(
                "check", app, settings, new DataCheck<TModel, TSettings>(app), new DevRunCheck<TModel, TSettings>(app),
                new OverfitCheck<TModel, TSettings>(app), new ProfileCheck<TModel, TSettings>(app),
                new SummaryCheck<TModel, TSettings>(app), new KFoldCheck<TModel, TSettings>(app)),
            new CheckCommand<TModel, TSettings>(
                "find", app, settings, new LrFinder<TModel, TSettings>(app), new BatchFinder<TModel, TSettings>(app)),
            new SweepCommand<TModel, TSettings>(app, settings),
            new ReportCommand(app.Surroundings),
            new RunsCommand(app.Surroundings),
            new ScheduleCommand<TModel, TSettings>(app, settings),
            new InfoCommand(app.Surroundings),
        ];
    }

    private static int Dispatch(string[] args, string app, ICommand[] commands, TextWriter output)
    {
        var isNamed = args.Length > 0 && !args[0].StartsWith('-');
        if (!isNamed && args.Any(VersionWords.Contains))
        {
            output.WriteLine($"{app}, TrainSdk {Versions.TrainSdk}");
            return ExitCode.Done;
        }
        var command = isNamed ? Find(args[0], commands) : commands[0];
        var words = isNamed ? args[1..] : args;
        if (words.Any(HelpWords.Contains))
        {
            WriteHelp(output, app, commands, isNamed ? command : null);
            return ExitCode.Done;
        }
        return command.Run(ArgumentParser.Parse(command.Spec, words));
    }

    private static ICommand Find(string name, ICommand[] commands)
    {
        var names = commands.Select(static command => command.Spec.Name).ToArray();
        var hint = NearestName.Find(name, names) is { } nearest
            ? $"did you mean '{nearest}'?"
            : $"the commands are {string.Join(", ", names)}";
        return commands.FirstOrDefault(command => command.Spec.Name == name)
            ?? throw new TrainException($"there is no command '{name}'; {hint}");
    }

    private static void WriteHelp(TextWriter output, string app, ICommand[] commands, ICommand? command)
    {
        if (command is null)
        {
            HelpText.WriteApp(output, app, [.. commands.Select(static each => each.Spec)], commands[0].Spec);
        }
        else
        {
            HelpText.WriteCommand(output, app, command.Spec);
        }
    }
}
