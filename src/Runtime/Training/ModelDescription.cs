using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Metrics;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch.nn;

namespace TrainSdk.Training;

/// <summary>
/// What the generator knows of a model class, for code that serves all models: the command line, the run folder, the weights file.
/// </summary>
/// <typeparam name="TModel">The model class.</typeparam>
/// <typeparam name="TSettings">Its generated <c>Hyperparameters</c>.</typeparam>
public sealed record ModelDescription<TModel, TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    /// <summary>Name of the model class.</summary>
    public required string Name { get; init; }

    /// <summary>Tensors that its <c>forward</c> takes; default 1.</summary>
    public int Inputs { get; init; } = 1;

    /// <summary>Its settings, in the order in which they are shown.</summary>
    public required SettingTable<TSettings> Settings { get; init; }

    /// <summary>The learning rate at (step, settings, steps per epoch): a pure function.</summary>
    public required Func<long, TSettings, long, double> Lr { get; init; }

    /// <summary>The learning rate that the schedule starts from, where <c>[ScaleLr]</c> fits it to the batch; null without.</summary>
    public Func<TSettings, double>? ScaledLr { get; init; }

    /// <summary>Seeds, and builds a model with fresh weights.</summary>
    public required Func<TSettings, TModel> Build { get; init; }

    /// <summary>What its output means to those who use it.</summary>
    public OutputKind Output { get; init; }

    /// <summary>How training images are changed at random, in their order; default not at all.</summary>
    public Func<TSettings, IReadOnlyList<IAugmentation>> Augmentations { get; init; } = static _ => [];

    /// <summary>
    /// The generated loop over a fresh model. Where memory runs out, it says which edit makes the training fit.
    /// </summary>
    public required Func<DataSplits, TSettings, RunOptions, CancellationToken, FitResult<TModel>> Train
    {
        get;
        init => field = (data, settings, options, cancel) =>
            OutOfMemory.Explained(Settings, settings, options, () => value(data, settings, options, cancel));
    }

    /// <summary>What a step of the generated loop is made of; null where the loop is a file of the user's.</summary>
    public StepDescription<TModel, TSettings>? Step { get; init; }

    /// <summary>The generated evaluation of a model on a split, with so many samples at a time, in the precision of training.</summary>
    public required Func<TModel, DataSet, InputEncoding, int, MixedPrecision, Evaluation> Evaluate { get; init; }

    /// <summary>The learning rate that the schedule starts from.</summary>
    internal double BaseLr(TSettings settings) => ScaledLr?.Invoke(settings) ?? Settings.Number(settings, "Lr");

    /// <summary>The settings that a run was started with, in place of the attributes'.</summary>
    /// <param name="run">A run folder, or <c>runs/latest</c>.</param>
    /// <param name="change">Changes them; null for nothing.</param>
    /// <exception cref="TrainException">There is no such run, or its record cannot be read.</exception>
    public TSettings SettingsOf(string run, Func<TSettings, TSettings>? change = null)
    {
        var folder = RunFolder.Find(run);
        var settings = RecordedSettings.Of(Settings, RunRecordFile.ReadConfig(folder), folder, static _ => { });
        return change?.Invoke(settings) ?? settings;
    }
}
