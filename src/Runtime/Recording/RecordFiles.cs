using TrainSdk.Metrics;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary>
/// The tables of a run folder: <c>steps.csv</c>, <c>epochs.csv</c> and, where there are validations within epochs,
/// <c>validations.csv</c>. Each begins with its first row, <c>steps.csv</c> at once.
/// </summary>
internal sealed class RecordFiles : IDisposable
{
    private const string StepColumns = "step,epoch,lr,loss,grad_norm";

    private readonly RunFolder _folder;
    private readonly Dictionary<string, CsvLog> _logs = [];

    private RecordFiles(RunFolder folder) => _folder = folder;

    /// <summary>Bytes of each table, by its file's name.</summary>
    public IReadOnlyDictionary<string, long> Lengths =>
        _logs.ToDictionary(static log => Path.GetFileName(log.Key), static log => log.Value.Length);

    /// <summary>The tables that were begun; another thread may flush them to the disk while this one writes on.</summary>
    public IReadOnlyList<CsvLog> Logs => [.. _logs.Values];

    /// <summary>Whether there is a table of validations.</summary>
    public bool HasValidations => _logs.ContainsKey(_folder.Validations);

    /// <summary>Begins the tables of a new run.</summary>
    /// <exception cref="TrainException">They cannot be written.</exception>
    public static RecordFiles Begin(RunFolder folder)
    {
        var files = new RecordFiles(folder);
        files.LogOf(folder.Steps, StepColumns);
        return files;
    }

    /// <summary>Goes on with the tables of a run as they were at its checkpoint; what was written since is cut off.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="lengths">Bytes of each table, by its file's name; a table without one was not begun.</param>
    /// <exception cref="TrainException">One is shorter, or cannot be written.</exception>
    public static RecordFiles GoOn(RunFolder folder, IReadOnlyDictionary<string, long> lengths)
    {
        var files = new RecordFiles(folder);
        foreach (var path in (string[])[folder.Steps, folder.Epochs, folder.Validations])
        {
            if (!lengths.TryGetValue(Path.GetFileName(path), out var length))
            {
                CsvLog.Drop(folder.Files, path);
            }
            else if (File.Exists(path))
            {
                files._logs[path] = CsvLog.GoOn(folder.Files, path, length);
            }
        }
        files.LogOf(folder.Steps, StepColumns);
        return files;
    }

    /// <summary>Appends steps.</summary>
    public void Write(IReadOnlyList<StepRecord> steps) => LogOf(_folder.Steps, StepColumns)
        .Write(steps.Select(static step => string.Join(',', NumberText.Format(step.Step), NumberText.Format(step.Epoch),
            NumberText.Format(step.Lr), NumberText.Format(step.Loss), NumberText.Format(step.GradNorm))));

    /// <summary>Appends an epoch, whose metrics name the columns.</summary>
    public void WriteEpoch(EpochSummary summary) =>
        LogOf(_folder.Epochs, EpochRow.Columns(summary)).Write([EpochRow.Of(summary)]);

    /// <summary>Appends a validation, whose metrics name the columns.</summary>
    public void WriteValidation(EpochSummary summary) =>
        LogOf(_folder.Validations, ValidationRow.Columns(summary)).Write([ValidationRow.Of(summary)]);

    /// <summary>Writes tables anew that somebody has deleted.</summary>
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

    private CsvLog LogOf(string path, string columns)
    {
        if (!_logs.TryGetValue(path, out var log))
        {
            log = CsvLog.Begin(_folder.Files, path, columns);
            _logs[path] = log;
        }
        return log;
    }
}
