using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>evaluate</c>: measures a run's best weights on the validation and test splits of that run.</summary>
internal sealed class EvaluateCommand<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICommand
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    public CommandSpec Spec { get; } = new(
        "evaluate",
        "measures a trained model on its held-out samples",
        [.. DataOptions.Specs, MachineOptions.Device, MachineOptions.Threads])
    {
        Arguments = "[RUN]",
        MostArguments = 1,
    };

    public int Run(ParsedArguments arguments)
    {
        NativeCheck.Require();
        MachineOptions.UseThreads(arguments);
        using var run = TrainedRun<TModel, TSettings>.Open(
            app, arguments.Arguments.FirstOrDefault() ?? RunFolder.Latest, MachineOptions.DeviceOf(arguments));
        var data = OwnData.Load(app, run.Settings, DataOptions.Of(arguments) ?? run.Data);
        var precision = RunPrecision.Settle(run.Amp, run.Device, run.Model, new WarningLines(app.Surroundings.Error));
        Measure(run, precision, "validation", data.Validation);
        Measure(run, precision, "test", data.Test);
        if (data.Validation is null && data.Test is null)
        {
            throw new TrainException("there are no held-out samples to measure on; give DataSplits a validation or a test split");
        }
        app.Surroundings.Output.WriteLine($"run {run.Folder.Path}");
        return ExitCode.Done;
    }

    private void Measure(TrainedRun<TModel, TSettings> run, MixedPrecision precision, string name, DataSet? split)
    {
        if (split is null)
        {
            return;
        }
        var batchSize = (int)app.Description.Settings.Whole(run.Settings, "BatchSize");
        var measured = app.Description.Evaluate(run.Model, split, run.Model.Card!.Encoding, batchSize, precision);
        app.Surroundings.Output.WriteLine($"{name} loss {HumanNumber.Format(measured.Loss)}");
        foreach (var metric in measured.Metrics)
        {
            RunLines.WriteMetric(app.Surroundings.Output, name, metric);
        }
        if (ConfusionFile.CountsOf(measured) is { } counts)
        {
            RunLines.WriteConfusion(app.Surroundings.Output, name, ConfusionFile.Names(run.Model.Card!.ClassNames, counts), counts);
        }
    }
}
