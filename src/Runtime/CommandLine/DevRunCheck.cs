using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Precision;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>
/// <c>check dev-run</c>: everything that a run does, with two batches of each split: training, validation, checkpoint, test, and the saved
/// weights in a fresh model. What would break after hours breaks here in seconds.
/// </summary>
internal sealed class DevRunCheck<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private const int Batches = 2;

    public string Name => "dev-run";

    public string Help => "does all that a run does with two batches of each split, in seconds, and keeps nothing";

    public IReadOnlyList<OptionSpec> Options { get; } = [MachineOptions.Device, MachineOptions.Workers];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var watch = Stopwatch.StartNew();
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments));
        Done("data", $"{data.Train.Count} samples to train on");
        var settings = app.Description.Settings.With(effective.Values, "Epochs", "1", "check dev-run");
        using var folder = new ScratchFolder();
        using var signals = new StopSignals(app.Surroundings.Error);
        var options = new RunOptions
        {
            Device = MachineOptions.DeviceOf(arguments),
            Workers = MachineOptions.Count(arguments, MachineOptions.Workers, least: 0),
            RunDirectory = folder.Path,
        };
        var few = Few(data, settings);
        var result = app.Description.Train(few, settings, options, signals.Token);
        using var trained = result.Model;
        if (result.StopReason == StopReason.Canceled)
        {
            return signals.ExitCode ?? ExitCode.Interrupted;
        }
        if (result.StopReason == StopReason.Diverged)
        {
            throw new TrainException($"the first steps diverged: {result.Divergence}");
        }
        Done("run", $"{result.History[^1].Step} steps, loss {HumanNumber.Format(result.History[^1].Train.Loss)}");
        using var loaded = TrainedRun<TModel, TSettings>.Open(app, folder.Path, options.Device);
        CheckSame(result, loaded, few, settings);
        Done("weights", "saved, and read into a fresh model");
        app.Surroundings.Output.WriteLine("all parts of a run work");
        return ExitCode.Done;

        void Done(string part, string detail)
        {
            app.Surroundings.Output.WriteLine($"{part,-8} {HumanNumber.Format(Math.Round(watch.Elapsed.TotalSeconds, 2))} s  {detail}");
            watch.Restart();
        }
    }

    // The weights file is what other programs get of the run.
    private void CheckSame(
        FitResult<TModel> result, TrainedRun<TModel, TSettings> loaded, DataSplits few, TSettings settings)
    {
        var split = few.Validation ?? few.Train;
        var (here, there) = (LossOf(result.Model), LossOf(loaded.Model));
        if (!here.Equals(there))
        {
            throw new TrainException(
                $"the saved weights give another loss than the trained model, {NumberText.Format(there)} and {NumberText.Format(here)}: "
                + $"{app.Description.Name} computes with something that state_dict() does not hold; make it a parameter or a buffer");
        }

        double LossOf(TModel model)
        {
            var precision = RunPrecision.Settle(loaded.Amp, loaded.Device, model, logger: null);
            var batchSize = (int)app.Description.Settings.Whole(settings, "BatchSize");
            return app.Description.Evaluate(model, split, few.Encoding, batchSize, precision).Loss;
        }
    }

    private DataSplits Few(DataSplits data, TSettings settings)
    {
        var batch = app.Description.Settings.Whole(settings, "BatchSize");
        var accumulate = app.Description.Settings.Find("Accumulate") is null ? 1 : app.Description.Settings.Whole(settings, "Accumulate");
        var steps = accumulate * Batches;
        return new DataSplits(
            Part(data.Train, batch * steps), Part(data.Validation, batch * Batches), Part(data.Test, batch * Batches), data.Encoding);
    }

    [return: NotNullIfNotNull(nameof(data))]
    private static DataSet? Part(DataSet? data, long most) => data is null || data.Count <= most
        ? data
        : data.Select([.. Enumerable.Range(0, (int)most).Select(at => at * data.Count / most)]);
}
