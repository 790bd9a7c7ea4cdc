using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// K-fold cross-validation, for data too few for one validation split: the model is trained once per fold on the other folds, and the
/// mean and the spread of what the folds measured say more than one number does. The test split stays unseen.
/// </summary>
public static class KFold
{
    private const string SplitSeed = "SplitSeed";

    /// <summary>
    /// Trains a fresh model per fold: <c>KFold.Train(MyModel.Training.Description, data, new MyModel.Hyperparameters())</c>.
    /// </summary>
    /// <param name="description">The generated description of the model class.</param>
    /// <param name="data">The splits; training and validation samples are dealt out anew, test samples are not looked at.</param>
    /// <param name="settings">The numbers to train with, the same for each fold; <c>SplitSeed</c> deals the samples out.</param>
    /// <param name="folds">Number of folds, from 2 to the number of samples; default 5.</param>
    /// <param name="options">
    /// Facts about the machine and the caller; null for the defaults. A fold writes its run folder into <c>fold-1</c>, <c>fold-2</c>, … of
    /// <see cref="RunOptions.RunDirectory"/>; without that directory no run folder is written.
    /// </param>
    /// <param name="progress">Told of every fold.</param>
    /// <param name="cancel">Ends the present fold after its step; the result holds the folds before it.</param>
    /// <exception cref="TrainException">The samples are too few, a setting breaks a rule, or the data do not fit.</exception>
    public static KFoldResult Train<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description,
        DataSplits data,
        TSettings settings,
        int folds = 5,
        RunOptions? options = null,
        IProgress<FoldResult>? progress = null,
        CancellationToken cancel = default)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var splits = Folds.Of(data, folds, Seed(description.Settings, settings));
        var done = new List<FoldResult>();
        foreach (var (fold, split) in splits.Index())
        {
            var result = description.Train(split, settings, OptionsOf(fold, options ?? new RunOptions()), cancel);
            using var model = result.Model;
            if (result.StopReason == StopReason.Canceled)
            {
                break;
            }
            done.Add(Of(fold, split, result));
            SampleSources.Release(split.Train);
            SampleSources.Release(split.Validation!);
            progress?.Report(done[^1]);
        }
        return new KFoldResult(done);
    }

    private static FoldResult Of<TModel>(int fold, DataSplits split, FitResult<TModel> result) => new()
    {
        Fold = fold,
        TrainSamples = split.Train.Count,
        ValidationSamples = split.Validation!.Count,
        BestEpoch = result.BestEpoch,
        StopReason = result.StopReason,
        Validation = result.Validation!.Value,
        RunFolder = result.RunFolder,
    };

    private static RunOptions OptionsOf(int fold, RunOptions options) => options.RunDirectory is { } directory && options.WriteRunFolder
        ? options with { RunDirectory = Path.Combine(directory, $"fold-{NumberText.Format(fold + 1)}") }
        : options with { WriteRunFolder = false };

    private static long Seed<TSettings>(SettingTable<TSettings> table, TSettings settings)
        where TSettings : class, new() =>
        table.Find(SplitSeed) is { } setting && NumberText.TryInteger(setting.TextOf(settings), out var seed) ? seed : 0;
}
