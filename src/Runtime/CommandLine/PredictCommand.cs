using TrainSdk.Checkpoints;
using TrainSdk.Native;
using TrainSdk.Recording;
using TrainSdk.Serving;
using TrainSdk.Settings;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>
/// <c>predict</c>: answers the rows of files, and rows typed in, with a run's best weights; a model of text goes on with prompts.
/// </summary>
internal sealed class PredictCommand<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICommand
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private static readonly OptionSpec RunOption = new("--run", "RUN", "run folder whose weights answer, or latest", OptionGroup.Machine)
    {
        Default = RunFolder.Latest,
        Expected = "a run folder, or latest",
    };

    public CommandSpec Spec { get; } = new(
        "predict",
        "answers a CSV file's rows, a picture, or a row such as 0,0,5; goes on with a prompt",
        [.. PromptOptions.Specs, RunOption, MachineOptions.Device, MachineOptions.Threads])
    {
        Arguments = "INPUT...",
        FewestArguments = 1,
        MostArguments = int.MaxValue,
    };

    public int Run(ParsedArguments arguments)
    {
        NativeCheck.Require();
        MachineOptions.UseThreads(arguments);
        using var run = TrainedRun<TModel, TSettings>.Open(
            app, arguments[RunOption] ?? RunOption.Default, MachineOptions.DeviceOf(arguments));
        using var predictor = Predictor.For(run.Model);
        if (TextGenerator.Writes(predictor.Card))
        {
            GoOn(predictor, arguments);
        }
        else
        {
            Answer(predictor, arguments);
        }
        return ExitCode.Done;
    }

    private void GoOn(Predictor<TModel> predictor, ParsedArguments arguments)
    {
        foreach (var prompt in arguments.Arguments)
        {
            app.Surroundings.Output.WriteLine(predictor.Generate(
                prompt, PromptOptions.LengthOf(arguments), PromptOptions.TemperatureOf(arguments), PromptOptions.SeedOf(arguments)));
        }
    }

    private void Answer(Predictor<TModel> predictor, ParsedArguments arguments)
    {
        PromptOptions.Refuse(arguments);
        List<Prediction> answers = [];
        foreach (var input in arguments.Arguments)
        {
            answers.AddRange(File.Exists(input)
                ? predictor.PredictFile(input)
                : [predictor.Predict(InlineRow.Read(input, predictor.Card.Encoding))]);
        }
        PredictionTable.Write(app.Surroundings.Output, answers);
    }
}
