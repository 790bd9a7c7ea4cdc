using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Native;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Settings;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>A run opened again: its best weights in a model, and the settings it was trained with in place of the attributes'.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Model">The model on the device asked for, in evaluation mode, with its card.</param>
/// <param name="Settings">What <c>config.json</c> says.</param>
/// <param name="Device">Where the model is.</param>
/// <param name="Amp">The setting of <c>[Amp]</c> to measure with; null where the run had none.</param>
internal sealed record TrainedRun<TModel, TSettings>(RunFolder Folder, TModel Model, TSettings Settings, Device Device, string? Amp)
    : IDisposable
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>The data that it was trained on in place of the app's own; null for these.</summary>
    public RecordedData? Data { get; init; }

    /// <summary>Opens a run for this app's model.</summary>
    /// <param name="app">The app.</param>
    /// <param name="run">A run folder, or <c>latest</c>.</param>
    /// <param name="device">Where to compute.</param>
    /// <exception cref="TrainException">There is no such run, or its weights do not fit the model.</exception>
    public static TrainedRun<TModel, TSettings> Open(TrainedApp<TModel, TSettings> app, string run, string device)
    {
        var target = ComputeDevice.Resolve(device);
        var folder = RunFolder.Find(run);
        var weights = WeightsFile.Open(folder.Path);
        var config = RunRecordFile.ReadConfig(folder);
        var settings = Settle(app, folder, config, weights.Card);
        var model = app.Description.Build(settings);
        weights.CopyInto(model);
        model.Card = weights.Card;
        ModelMove.To(model, target);
        model.eval();
        var mode = RunPrecision.ModeElsewhere(Mode(app, config, settings), config.Device, target);
        return new(folder, model, settings, target, mode) { Data = config.Data };
    }

    public void Dispose() => Model.Dispose();

    // A run from before the model had [Amp] was computed without it, whatever the attribute says now.
    private static string? Mode(TrainedApp<TModel, TSettings> app, RunConfig config, TSettings settings) =>
        config.Settings.ContainsKey(SettingName.Json(RunPrecision.Setting)) ? RunPrecision.Mode(app.Description.Settings, settings) : null;

    private static TSettings Settle(TrainedApp<TModel, TSettings> app, RunFolder folder, RunConfig config, ModelCard card)
    {
        var table = app.Description.Settings;
        var settings = RecordedSettings.Of(table, config, folder, problem => app.Surroundings.Error.WriteLine($"warning: {problem}"));
        return card.Constructor.Aggregate(settings, (values, given) => table.With(values, given.Key, given.Value, folder.BestWeights));
    }
}
