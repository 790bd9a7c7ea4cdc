using TorchSharp;
using TrainSdk.Advice;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.CommandLine;

/// <summary>The lines before and after the epochs of a run.</summary>
internal static class RunLines
{
    /// <summary>What is trained, where, on how much, and every setting that is not the attribute's.</summary>
    public static void WriteHead(
        TextWriter output, string model, long parameters, torch.Device device, DataSplits data,
        IEnumerable<(string Name, string Value, string Origin)> changed)
    {
        output.WriteLine($"model {model}, {NumberText.Format(parameters)} parameters");
        output.WriteLine($"device {device}, {HumanNumber.Count(torch.get_num_threads(), "thread")}");
        output.WriteLine($"samples {Samples(data.Train, "train")}{Samples(data.Validation, ", validation")}{Samples(data.Test, ", test")}");
        WriteInputs(output, data);
        foreach (var (name, value, origin) in changed)
        {
            output.WriteLine($"setting {name} {value} ({origin})");
        }
    }

    /// <summary>What a table's columns were taken for, and on how many samples statistics were measured where not on all.</summary>
    public static void WriteInputs(TextWriter output, DataSplits data)
    {
        foreach (var column in data.Encoding.Table)
        {
            output.WriteLine($"column {column}");
        }
        if (data.MeasuresEncoding && data.Encoding.Mean.Count > 0
            && data.Train is { IsInMemory: false, Stream: null, Count: > ReadStatistics.MostSamples })
        {
            var measured = NumberText.Format(ReadStatistics.MostSamples);
            output.WriteLine($"normalised by {measured} evenly spaced samples of {NumberText.Format(data.Train.Count)}");
        }
    }

    /// <summary><c>learning rate 0.004, scaled from Lr 0.001 to the batch</c>; nothing without <c>[ScaleLr]</c>.</summary>
    public static void WriteScaledLr<TModel, TSettings>(
        TextWriter output, ModelDescription<TModel, TSettings> description, TSettings settings)
        where TModel : torch.nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        if (description.ScaledLr is { } scaledLr)
        {
            var lr = description.Settings.Find("Lr")?.TextOf(settings);
            output.WriteLine($"learning rate {HumanNumber.Format(scaledLr(settings))}, scaled from Lr {lr} to the batch");
        }
    }

    /// <summary>The same, of an app's own model.</summary>
    public static void WriteHead<TModel, TSettings>(
        TrainedApp<TModel, TSettings> app, torch.Device device, DataSplits data, EffectiveSettings<TSettings> effective)
        where TModel : torch.nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var changed = app.Description.Settings.All
            .Where(setting => effective.Origins.ContainsKey(setting.Name))
            .Select(setting => (setting.Name, setting.TextOf(effective.Values), effective.Origins[setting.Name]));
        using var model = app.Description.Build(effective.Values);
        var parameters = model.parameters().Sum(static parameter => parameter.numel());
        WriteHead(app.Surroundings.Output, app.Description.Name, parameters, device, data, changed);
        WriteScaledLr(app.Surroundings.Output, app.Description, effective.Values);
    }

    /// <summary>How it ended; the last lines are <c>test &lt;metric&gt; &lt;value&gt;</c> and <c>run &lt;folder&gt;</c>.</summary>
    public static void WriteEnd<TModel>(TextWriter output, FitResult<TModel> result)
    {
        var best = result.BestEpoch is { } epoch ? $", best epoch {NumberText.Format(epoch + 1)}" : "";
        output.WriteLine($"{Words(result.StopReason)} after {HumanNumber.Count(result.History.Count, "epoch")}{best}");
        if (result is { StopReason: StopReason.Canceled or StopReason.TimeLimit, RunFolder: not null })
        {
            output.WriteLine($"saved; 'resume {result.RunFolder.Path}' goes on");
        }
        else if (result.RunFolder is not null)
        {
            FindingLines.Write(output, result.RunFolder);
        }
        if ((result.Test ?? result.Validation) is { } measured)
        {
            WriteMetrics(output, result.Test is null ? "validation" : "test", measured);
        }
        if (result.RunFolder is not null)
        {
            output.WriteLine($"run {result.RunFolder.Path}");
        }
    }

    /// <summary><c>test accuracy 0.9861</c>.</summary>
    public static void WriteMetric(TextWriter output, string split, MetricValue metric) =>
        output.WriteLine($"{split} {metric.Name} {HumanNumber.Format(metric.Value)}");

    /// <summary>A row for each class that was meant, a column for each that was said.</summary>
    public static void WriteConfusion(TextWriter output, string split, string[] names, long[,] counts) => TextTable.Write(
        output,
        [[$"{split} confusion", .. names], .. names.Select((name, row) => (string[])[name, .. ConfusionFile.Row(counts, row)])]);

    /// <summary>Why a run ended, in words.</summary>
    public static string Words(StopReason stop) => stop switch
    {
        StopReason.Completed => "completed",
        StopReason.EarlyStopped => "stopped early",
        StopReason.Canceled => "canceled",
        StopReason.TimeLimit => "out of time",
        StopReason.Diverged => "diverged",
        _ => stop.ToString(),
    };

    // The headline stands last, where scripts look for it.
    private static void WriteMetrics(TextWriter output, string split, Evaluation measured)
    {
        foreach (var metric in measured.Metrics.Skip(1))
        {
            WriteMetric(output, split, metric);
        }
        WriteMetric(output, split, measured.Headline);
    }

    private static string Samples(DataSet? split, string name) =>
        split is null ? "" : $"{name} {(split.Stream is null ? NumberText.Format(split.Count) : "stream")}";
}
