using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Inspection;
using TrainSdk.Settings;
using static TorchSharp.torch.nn;

namespace TrainSdk.CommandLine;

/// <summary><c>check data</c>: reads every sample once, warns of what is wrong with them, and writes a page to look at.</summary>
internal sealed class DataCheck<TModel, TSettings>(TrainedApp<TModel, TSettings> app) : ICheck<TSettings>
    where TModel : Module, ITrainedModel
    where TSettings : class, new()
{
    private static readonly OptionSpec Sheet = new("--sheet", "FILE", "HTML page of check data", OptionGroup.Output)
    {
        Default = "data.html",
        Expected = "a file such as data.html",
    };

    public string Name => "data";

    public string Help => "reads all samples, warns of what is wrong with them, and writes a page with samples as training sees them";

    public IReadOnlyList<OptionSpec> Options { get; } = [Sheet];

    public int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective)
    {
        var data = OwnData.Load(app, effective.Values, DataOptions.Of(arguments));
        if (data.Train.Stream is not null || data.Validation?.Stream is not null || data.Test?.Stream is not null)
        {
            throw new TrainException(
                "a stream can be read only as it comes, and has no samples to compare; check the data that it is made of");
        }
        var form = data.Train.Sources[0].Form;
        var report = DataReport.Of(data, SamplePicture.Shows(form) ? Augmentations(form, effective.Values) : []);
        DataLines.Write(app.Surroundings.Output, report);
        foreach (var warning in report.Warnings)
        {
            app.Surroundings.Error.WriteLine($"warning: {warning}");
        }
        var path = Path.GetFullPath(arguments[Sheet] ?? Sheet.Default);
        var seed = app.Description.Settings.Whole(effective.Values, "Seed");
        Write(path, page => ContactSheet.Write(page, app.Description.Name, report, data.Encoding, seed));
        app.Surroundings.Output.WriteLine($"sheet {path}");
        return ExitCode.Done;
    }

    private IReadOnlyList<IAugmentation> Augmentations(SampleForm form, TSettings settings)
    {
        var augmentations = app.Description.Augmentations(settings);
        foreach (var augmentation in augmentations)
        {
            augmentation.Check(form);
        }
        return augmentations;
    }

    private static void Write(string path, Action<TextWriter> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var page = new StreamWriter(path);
            write(page);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"cannot write {path}: {error.Message}; name another file with {Sheet.Name}", error);
        }
    }
}
