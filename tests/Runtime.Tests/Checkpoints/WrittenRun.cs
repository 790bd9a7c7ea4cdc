using TrainSdk.Checkpoints;
using TrainSdk.Files;
using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Checkpoints;

/// <summary>
/// A run of which only the files matter: at each step it appends a row and writes a checkpoint whose every number is the step; the best
/// weights are new at some of the steps.
/// </summary>
internal sealed class WrittenRun : IDisposable
{
    public const int Steps = 6;
    private const string StepKey = "step";
    private const string BestStepKey = "best";
    private const string LengthKey = "length";

    private static readonly int[] BestSteps = [1, 2, 4];

    private readonly int _rows;
    private readonly RunFolder _folder;
    private readonly RecordFiles _tables;
    private readonly CheckpointWriter _writer;

    /// <summary>Begins a run.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="files">What writes it.</param>
    /// <param name="rows">Rows of the largest tensor, of five numbers each.</param>
    public WrittenRun(string path, IFileSystem files, int rows = 3)
    {
        _rows = rows;
        _folder = RunFolder.Create(path, "run", files);
        _folder.Write(_folder.Config, "{}"u8.ToArray());
        _tables = RecordFiles.Begin(_folder, TimeProvider.System);
        _writer = new CheckpointWriter(_folder);
    }

    public CheckpointWriter Writer => _writer;

    /// <summary>The last step whose checkpoint was on the disk when the process went on; -1 before the first.</summary>
    public int Done { get; private set; } = -1;

    /// <summary>The step whose checkpoint was begun last.</summary>
    public int Begun { get; private set; } = -1;

    public void Save(int step)
    {
        Begin(step);
        _writer.Wait();
        Done = step;
    }

    public void Begin(int step)
    {
        using var scope = NewDisposeScope();
        _tables.Write([new StepRecord(step, 0, 1, step, 1, 1)]);
        Begun = step;
        var best = BestSteps.Where(best => best <= step).Select(static best => (int?)best).LastOrDefault();
        var tensors = Numbers(step, _rows);
        _writer.Write(new CheckpointContent
        {
            Tensors = tensors,
            Metadata = new Dictionary<string, string>
            {
                [FileChecksum.Key] = FileChecksum.Blank,
                [StepKey] = $"{step}",
                [BestStepKey] = $"{best}",
                [LengthKey] = $"{_tables.Lengths["steps.csv"]}",
            },
            Best = best is { } found ? Numbers(found, _rows) : null,
            BestMetadata = new Dictionary<string, string> { [FileChecksum.Key] = FileChecksum.Blank },
            BestVersion = best ?? -1,
            Tables = _tables.Logs,
        });

        // Training goes on while the copies are written.
        foreach (var tensor in tensors.Values)
        {
            tensor.zero_();
        }
    }

    /// <summary>Opens what a process has left as a new one does.</summary>
    /// <param name="path">The run folder.</param>
    /// <param name="hasAllRows">Whether no row was refused, so that none may be missing.</param>
    /// <returns>The step of the checkpoint; null where there is none.</returns>
    public static int? Reopen(string path, bool hasAllRows = true)
    {
        var folder = RunFolder.Find(path);
        CheckpointFiles.Recover(folder);
        Assert.Empty(Directory.GetFiles(folder.Checkpoints).Except([folder.LastCheckpoint, folder.BestWeights]));
        if (!File.Exists(folder.LastCheckpoint))
        {
            return null;
        }
        var metadata = Read(folder.LastCheckpoint, out var step);
        Assert.Equal(metadata[StepKey], $"{step}");
        if (metadata[BestStepKey].Length > 0)
        {
            Read(folder.BestWeights, out var best);
            Assert.Equal(metadata[BestStepKey], $"{best}");
        }
        RecordFiles.GoOn(folder, new Dictionary<string, long> { ["steps.csv"] = long.Parse(metadata[LengthKey], null) }, TimeProvider.System).Dispose();
        if (hasAllRows)
        {
            Assert.Equal(Enumerable.Range(0, step + 1).Select(static row => $"{row},0,1,{row},1"), File.ReadAllLines(folder.Steps).Skip(1));
        }
        return step;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _tables.Dispose();
    }

    private static Dictionary<string, Tensor> Numbers(int number, int rows) => new()
    {
        ["fc.weight"] = full([rows, 5], number),
        ["fc.bias"] = full([2, 3], number).t(),
        ["AdamW/step"] = tensor((long)number),
        ["AdamW/exp_avg"] = full([0, 3], number),
        ["mask"] = full([7], number, dtype: ScalarType.Byte),
        ["half"] = full([2], number, dtype: ScalarType.BFloat16),
    };

    private static IReadOnlyDictionary<string, string> Read(string path, out int number)
    {
        var found = PythonSafetensors.Read(path, out var metadata);
        number = (int)found["AdamW/step"].Single();
        var expected = number;
        Assert.Equal([0, 1, 2, 6, 7], found.Values.Select(static values => values.Length).Order().Take(5));
        Assert.All(found.Values.SelectMany(static values => values), value => Assert.Equal(expected, value));
        return metadata;
    }
}
