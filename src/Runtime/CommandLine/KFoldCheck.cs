using TrainSdk.Checkpoints;
using TrainSdk.Native;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>check kfold</c>: trains the model once per fold and says how much the results differ.</summary>
internal sealed class KFoldCheck<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private const int AssumedFolds = 5;

    private static readonly OptionSpec FoldsOption = new("--folds", "N", "number of folds, at least 2", OptionGroup.Output)
    {
        Default = NumberText.Format(AssumedFolds),
        Expected = "a whole number such as 5",
    };

    public string Name => "kfold";

    public string Help => "trains once per fold, and reports mean and spread; the test split is not looked at";

    public IReadOnlyList<OptionSpec> Options { get; } =
        [FoldsOption, MachineOptions.Device, MachineOptions.Workers, MachineOptions.RunDirectory];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var folds = MachineOptions.Count(arguments, FoldsOption) ?? AssumedFolds;
        var device = ComputeDevice.Resolve(MachineOptions.DeviceOf(arguments));
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments));
        RunLines.WriteHead(app, device, data, effective);
        using var signals = new StopSignals(app.Surroundings.Error);
        var result = KFold.Train(
            app.Description, data, effective.Values, folds, RunOptionsOf(arguments, effective),
            new FoldLines(app.Surroundings.Output, folds), signals.Token);
        FoldLines.WriteEnd(app.Surroundings.Output, result);
        return result.Folds.Count < folds ? signals.ExitCode ?? ExitCode.Interrupted
            : result.Folds.Any(static fold => fold.StopReason == StopReason.Diverged) ? ExitCode.Diverged
            : ExitCode.Done;
    }

    private RunOptions RunOptionsOf(ParsedArguments arguments, EffectiveSettings<TSettings> effective) => new()
    {
        Device = MachineOptions.DeviceOf(arguments),
        Threads = MachineOptions.ThreadsOf(arguments),
        Workers = MachineOptions.Count(arguments, MachineOptions.Workers, least: 0),
        RunDirectory = arguments[MachineOptions.RunDirectory],
        Logger = new WarningLines(app.Surroundings.Error),
        Origins = effective.Origins,
    };
}
