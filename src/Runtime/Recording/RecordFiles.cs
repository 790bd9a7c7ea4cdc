using TrainSdk.Recording.TensorBoard;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary>
/// What a run appends to in its folder: <c>steps.csv</c>, <c>epochs.csv</c>, where there are validations within epochs
/// <c>validations.csv</c>, of watched steps <c>layers.csv</c>, and the same for TensorBoard. Each table begins with its first row,
/// <c>steps.csv</c> at once.
/// </summary>
internal sealed class RecordFiles : IDisposable
{
    private const string StepColumns = "step,epoch,lr,loss,grad_norm";
    private const string LayerColumns = "step,layer,weight_norm,grad_norm,update_norm,dead_share";

    private readonly RunFolder _folder;
    private readonly Dictionary<string, RecordLog> _logs = [];
    private readonly EventFile _events;

    // A table that an older version began has fewer columns, the first of today's.
    private int _epochColumns = int.MaxValue;

    private RecordFiles(RunFolder folder, IReadOnlyDictionary<string, long> lengths, TimeProvider time)
    {
        _folder = folder;
        var path = Path.Combine(folder.Path, lengths.Keys.FirstOrDefault(IsKeptEventFile) ?? EventFile.NameAt(time.GetUtcNow()));
        _events = File.Exists(path)
            ? EventFile.GoOn(folder.Files, path, lengths[Path.GetFileName(path)], time)
            : EventFile.Begin(folder.Files, path, time);
        _logs[path] = _events.Log;

        bool IsKeptEventFile(string name) =>
            name.StartsWith(EventFile.Prefix, StringComparison.Ordinal) && File.Exists(Path.Combine(folder.Path, name));
    }

    /// <summary>Bytes of each file, by its name.</summary>
    public IReadOnlyDictionary<string, long> Lengths =>
        _logs.ToDictionary(static log => Path.GetFileName(log.Key), static log => log.Value.Length);

    /// <summary>The files that were begun; another thread may flush them to the disk while this one writes on.</summary>
    public IReadOnlyList<RecordLog> Logs => [.. _logs.Values];

    /// <summary>Begins the files of a new run.</summary>
    /// <exception cref="TrainException">They cannot be written.</exception>
    public static RecordFiles Begin(RunFolder folder, TimeProvider time)
    {
        var files = new RecordFiles(folder, new Dictionary<string, long>(), time);
        files.LogOf(folder.Steps, StepColumns);
        return files;
    }

    /// <summary>Goes on with the files of a run as they were at its checkpoint; what was written since is cut off.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="lengths">Bytes of each file, by its name; one without was not begun.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="TrainException">One is shorter, or cannot be written.</exception>
    public static RecordFiles GoOn(RunFolder folder, IReadOnlyDictionary<string, long> lengths, TimeProvider time)
    {
        string[] begun = [.. Tables(folder), .. Directory.GetFiles(folder.Path, $"{EventFile.Prefix}*")];
        foreach (var path in begun.Where(path => !lengths.ContainsKey(Path.GetFileName(path))))
        {
            RecordLog.Drop(folder.Files, path);
        }
        var files = new RecordFiles(folder, lengths, time);
        foreach (var path in Tables(folder))
        {
            if (lengths.TryGetValue(Path.GetFileName(path), out var length) && File.Exists(path))
            {
                files._logs[path] = RecordLog.GoOn(folder.Files, path, length);
            }
        }
        files.LogOf(folder.Steps, StepColumns);
        if (files._logs.ContainsKey(folder.Epochs))
        {
            files._epochColumns = File.ReadLines(folder.Epochs).First().Split(',').Length;
        }
        return files;
    }

    /// <summary>Says what the run was started with.</summary>
    public void WriteStart(IReadOnlyDictionary<string, RecordedSetting> settings) =>
        _events.Start(settings.Select(static setting => KeyValuePair.Create(setting.Key, setting.Value.Value)));

    /// <summary>Shows training samples.</summary>
    public void WriteSamples(byte[] png, int width, int height, int channels) =>
        _events.AddPicture("samples/train", png, width, height, channels);

    /// <summary>Appends how the weights are spread after so many steps.</summary>
    public void WriteWeights(long step, IReadOnlyList<(string Name, Histogram Spread)> weights) => _events.AddWeights(step, weights);

    /// <summary>Says that the run has come to its end.</summary>
    public void WriteEnd(bool isDone) => _events.End(isDone);

    /// <summary>Appends steps.</summary>
    public void Write(IReadOnlyList<StepRecord> steps)
    {
        LogOf(_folder.Steps, StepColumns).WriteRows(steps.Select(static step => string.Join(',',
            NumberText.Format(step.Step), NumberText.Format(step.Epoch), NumberText.Format(step.Lr), NumberText.Format(step.Loss),
            NumberText.Format(step.GradNorm))));
        _events.Add(steps);
    }

    /// <summary>Appends what a step did to each layer.</summary>
    public void Write(IReadOnlyList<LayerRecord> layers) =>
        LogOf(_folder.Layers, LayerColumns).WriteRows(layers.Select(static layer => string.Join(',',
            NumberText.Format(layer.Step), layer.Layer, NumberText.Format(layer.WeightNorm), NumberText.Format(layer.GradNorm),
            NumberText.Format(layer.UpdateNorm), NumberText.Format(layer.DeadShare))));

    /// <summary>Appends an epoch, whose metrics name the columns.</summary>
    public void WriteEpoch(EpochSummary summary)
    {
        var row = string.Join(',', EpochRow.Of(summary).Split(',').Take(_epochColumns));
        LogOf(_folder.Epochs, EpochRow.Columns(summary)).WriteRows([row]);
        _events.AddEpoch(summary);
        if (HasValidations)
        {
            WriteValidations([summary]);
        }
    }

    /// <summary>Appends a validation within an epoch, whose metrics name the columns.</summary>
    /// <param name="summary">The epoch so far.</param>
    /// <param name="earlier">The epochs before it, whose validations stand above it in the table.</param>
    public void WriteValidation(EpochSummary summary, IReadOnlyList<EpochSummary> earlier)
    {
        WriteValidations(HasValidations ? [summary] : [.. earlier, summary]);
        _events.AddValidation(summary);
    }

    /// <summary>Writes files anew that somebody has deleted.</summary>
    public void Restore()
    {
        foreach (var log in _logs.Values)
        {
            log.Restore();
        }
    }

    public void Dispose()
    {
        foreach (var log in _logs.Values)
        {
            log.Dispose();
        }
    }

    private static string[] Tables(RunFolder folder) => [folder.Steps, folder.Epochs, folder.Validations, folder.Layers];

    private bool HasValidations => _logs.ContainsKey(_folder.Validations);

    private void WriteValidations(IReadOnlyList<EpochSummary> summaries) =>
        LogOf(_folder.Validations, ValidationRow.Columns(summaries[0])).WriteRows(summaries.Select(ValidationRow.Of));

    private RecordLog LogOf(string path, string columns)
    {
        if (!_logs.TryGetValue(path, out var log))
        {
            log = RecordLog.Begin(_folder.Files, path);
            log.WriteRows([columns]);
            _logs[path] = log;
        }
        return log;
    }
}
