using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Images;
using TrainSdk.Recording;
using TrainSdk.Settings;
using TrainSdk.Text;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary>
/// Loads the data of a command: the app's own, or those that the user names in their place. These take the form of the app's own: the
/// size of pictures and their channels, the shape of a row, the vocabulary of a text.
/// </summary>
internal static class OwnData
{
    private const double ValidationShare = 0.2;
    private const int LongestLine = 256;

    /// <summary>Loads them.</summary>
    /// <param name="app">The app.</param>
    /// <param name="settings">The settings, above all their <c>SplitSeed</c>.</param>
    /// <param name="given">What to take in place of the app's own; null for these.</param>
    /// <exception cref="TrainException">They cannot be loaded, or do not fit the model.</exception>
    public static DataSplits Load<TModel, TSettings>(TrainedApp<TModel, TSettings> app, TSettings settings, RecordedData? given)
        where TModel : Module, ITrainedModel
        where TSettings : class, new()
    {
        var own = app.Load(settings);
        if (given is null)
        {
            return own;
        }
        var seed = app.Description.Settings.Whole(settings, "SplitSeed");
        var data = Read(given, own.Train, seed);
        ModelFit.Check(app.Description.Name, app.Description.Output, app.Description.Build(settings), data, given.Path);
        return data;
    }

    private static DataSplits Read(RecordedData given, DataSet own, long splitSeed)
    {
        var path = given.Path;
        if (Directory.Exists(path))
        {
            return Pictures(given, own, splitSeed);
        }
        if (!File.Exists(path))
        {
            throw new TrainException($"--data: there is no folder and no file {path}");
        }
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^".gz".Length] : path;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" or ".tsv" => Table(given, own).Split(splitSeed),
            ".txt" when OnBad(given) == OnBadSample.Skip => throw new TrainException(
                "--on-bad-sample: a text is read as a whole, and nothing of it can be left out; leave the option out"),
            ".txt" => Texts(given, own).Split(splitSeed),
            _ => throw new TrainException($"--data: {path} is neither a folder of pictures nor a .csv or .txt file"),
        };
    }

    private static DataSplits Pictures(RecordedData given, DataSet own, long splitSeed)
    {
        if (own.InputShape is not [1 or 3, var height, var width])
        {
            throw new TrainException(
                $"--data: {given.Path} is a folder of pictures, and the model takes inputs {own.Sources[0].Form.ShapeText}; give a file");
        }
        var size = given.ImageSize is { } text ? DataOptions.SizeOf(text) : null;
        var options = new ImageOptions
        {
            Channels = (int)own.InputShape[0],
            Height = size?.Height ?? (int)height,
            Width = size?.Width ?? (int)width,
            OnBadSample = OnBad(given),
        };
        if (!ImageFolder.HasSplits(given.Path))
        {
            return ImageFolder.Load(given.Path, options).Split(splitSeed);
        }
        var splits = ImageFolder.LoadSplits(given.Path, options);
        if (splits.Validation is not null)
        {
            return splits;
        }
        var parts = splits.Train.Split(splitSeed, ValidationShare, test: 0);
        return new DataSplits(parts.Train, parts.Validation, splits.Test);
    }

    private static DataSet Table(RecordedData given, DataSet own)
    {
        var options = new CsvOptions
        {
            Label = given.Label,
            Shape = own.InputShape.Length == 1 ? [] : own.InputShape,
            OnBadSample = OnBad(given),
        };
        if (own.ClassNames.Count > 0)
        {
            return DataSet.FromCsv(given.Path, options);
        }
        return given.Label is { } target
            ? DataSet.FromCsv(given.Path, options with { Label = null, Targets = [target] })
            : throw new TrainException("--data: the model predicts numbers; name their column with --label");
    }

    private static OnBadSample OnBad(RecordedData given) => DataOptions.OnBadOf(given.OnBadSample ?? "") ?? OnBadSample.Fail;

    private static DataSet Texts(RecordedData given, DataSet own) => own.RawInput?.Vocabulary is { } vocabulary
        ? TextFile.Load(given.Path, new TextOptions
        {
            Unit = vocabulary.Unit,
            Lines = vocabulary.IsLines,
            Window = vocabulary.IsLines ? LongestLine : (int)own.InputShape[0],
            Vocabulary = vocabulary.Unit == TextUnit.Character ? vocabulary : null,
        })
        : throw new TrainException(
            $"--data: {given.Path} is a text, and the model takes inputs {own.Sources[0].Form.ShapeText}; give a .csv file");
}
