using TrainSdk.Checkpoints;
using TrainSdk.Rules;
using TrainSdk.Settings;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>schedule</c>: the learning rate at every step, without data or torch.</summary>
internal sealed class ScheduleCommand<TModel, TSettings> : ICommand
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private const int AssumedStepsPerEpoch = 100;
    private const string EpochsSetting = "Epochs";

    private static readonly OptionSpec StepsPerEpoch = new(
        "--steps-per-epoch", "N", "optimizer steps in one epoch: batches / accumulate, rounded up", OptionGroup.Output)
    {
        Default = NumberText.Format(AssumedStepsPerEpoch),
        Expected = "a whole number such as 100",
    };

    private static readonly OptionSpec Csv = new("--csv", "", "print every step as step,lr", OptionGroup.Output) { Implied = "true" };

    private readonly TrainedApp<TModel, TSettings> _app;
    private readonly SettingOptions<TSettings> _settings;

    public ScheduleCommand(TrainedApp<TModel, TSettings> app, SettingOptions<TSettings> settings)
    {
        _app = app;
        _settings = settings;
        OptionSpec[] options = [.. settings.Specs, MachineOptions.Config, StepsPerEpoch, Csv];
        Spec = new("schedule", "prints the learning rate over the run; loads no data", options);
    }

    public CommandSpec Spec { get; }

    public int Run(ParsedArguments arguments)
    {
        var settings = _settings.Resolve(arguments, _app.Surroundings).Values;
        var stepsPerEpoch = MachineOptions.Count(arguments, StepsPerEpoch) ?? AssumedStepsPerEpoch;
        WarnOf(settings, stepsPerEpoch);
        var total = stepsPerEpoch * Epochs(settings);
        if (arguments[Csv] is not null)
        {
            WriteSteps(settings, stepsPerEpoch, total);
        }
        else
        {
            RunLines.WriteScaledLr(_app.Surroundings.Output, _app.Description, settings);
            WriteEpochs(settings, stepsPerEpoch, total);
        }
        return ExitCode.Done;
    }

    private void WarnOf(TSettings settings, int stepsPerEpoch)
    {
        foreach (var found in RuleTable.Check(_app.Description.Settings.AttributeValues(settings), stepsPerEpoch))
        {
            _app.Surroundings.Error.WriteLine($"warning: {found.Message}");
        }
    }

    private void WriteSteps(TSettings settings, int stepsPerEpoch, long total)
    {
        _app.Surroundings.Output.WriteLine("step,lr");
        for (var step = 0L; step < total; step++)
        {
            var lr = _app.Description.Lr(step, settings, stepsPerEpoch);
            _app.Surroundings.Output.WriteLine($"{NumberText.Format(step)},{NumberText.Format(lr)}");
        }
    }

    private void WriteEpochs(TSettings settings, int stepsPerEpoch, long total)
    {
        string Lr(long step) => HumanNumber.Format(_app.Description.Lr(step, settings, stepsPerEpoch));
        var rows = new List<string[]> { new[] { "epoch", "first step", "lr", "last step", "lr" } };
        for (var first = 0L; first < total; first += stepsPerEpoch)
        {
            var last = first + stepsPerEpoch - 1;
            var epoch = first / stepsPerEpoch + 1;
            rows.Add([NumberText.Format(epoch), NumberText.Format(first), Lr(first), NumberText.Format(last), Lr(last)]);
        }
        TextTable.Write(_app.Surroundings.Output, rows);
    }

    private long Epochs(TSettings settings) =>
        NumberText.TryInteger(_app.Description.Settings.Find(EpochsSetting)!.TextOf(settings), out var epochs) ? epochs : 0;
}
