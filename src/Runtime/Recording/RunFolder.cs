using System.Globalization;
using TrainSdk.Files;

namespace TrainSdk.Recording;

/// <summary>
/// The folder of one run: <c>config.json</c>, <c>steps.csv</c>, <c>epochs.csv</c>, <c>events.out.tfevents.*</c> and <c>checkpoints/</c>.
/// </summary>
public sealed class RunFolder
{
    /// <summary>Folder of runs in the working directory.</summary>
    public const string RunsFolder = "runs";

    /// <summary>The word for the newest run.</summary>
    public const string Latest = "latest";

    private const string StampForm = "yyyyMMdd-HHmmss";

    private readonly Dictionary<string, byte[]> _written = [];

    private RunFolder(string path) => Path = path;

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>What writes the run's files.</summary>
    internal IFileSystem Files { get; private init; } = LocalFileSystem.Instance;

    /// <summary>Effective settings, versions and device.</summary>
    public string Config => System.IO.Path.Combine(Path, "config.json");

    /// <summary>How the run ended; absent while it is going, and where it was killed.</summary>
    public string Result => System.IO.Path.Combine(Path, "result.json");

    /// <summary>Which files of weights the run started from; absent where there were none.</summary>
    public string Pretrained => System.IO.Path.Combine(Path, "pretrained.json");

    /// <summary>A row per optimizer step.</summary>
    public string Steps => System.IO.Path.Combine(Path, "steps.csv");

    /// <summary>A row per epoch.</summary>
    public string Epochs => System.IO.Path.Combine(Path, "epochs.csv");

    /// <summary>A row per validation, where there are some within epochs.</summary>
    public string Validations => System.IO.Path.Combine(Path, "validations.csv");

    /// <summary>
    /// A row per event that no training brings by itself, such as a rollback or a batch that did not fit in memory; absent without one.
    /// </summary>
    public string Events => System.IO.Path.Combine(Path, "events.csv");

    /// <summary>How often each class was taken for which, where a <c>ConfusionMatrix</c> is measured.</summary>
    public string Confusion => System.IO.Path.Combine(Path, "confusion.csv");

    /// <summary>Norms of weights, gradients and updates, layer by layer, around the watched steps; absent where none was watched.</summary>
    public string Layers => System.IO.Path.Combine(Path, "layers.csv");

    /// <summary>Losses of single samples with the kept weights; absent where none were measured.</summary>
    public string Samples => System.IO.Path.Combine(Path, "samples.csv");

    /// <summary>The run as a page to look at.</summary>
    public string Report => System.IO.Path.Combine(Path, "report.html");

    /// <summary>Best weights and what is needed to use them.</summary>
    public string BestWeights => System.IO.Path.Combine(Checkpoints, "best.safetensors");

    /// <summary>The full state of the run at its last checkpoint, from which it can be resumed.</summary>
    public string LastCheckpoint => System.IO.Path.Combine(Checkpoints, "last.safetensors");

    /// <summary>Whether somebody has deleted the folder since it was made.</summary>
    internal bool IsDeleted => !Directory.Exists(Checkpoints);

    /// <summary>Weights that are kept beside the best and the last.</summary>
    internal string WeightsAfter(int epoch, long step) => System.IO.Path.Combine(Checkpoints, $"epoch-{epoch}-step-{step}.safetensors");

    /// <summary>Folder of the weights files.</summary>
    internal string Checkpoints => System.IO.Path.Combine(Path, "checkpoints");

    /// <summary>
    /// Makes a new folder: <paramref name="directory"/>, or <c>runs/&lt;UTC time&gt;-&lt;name&gt;</c> in the working directory.
    /// </summary>
    /// <exception cref="TrainException">The given directory already holds a run, or cannot be written.</exception>
    public static RunFolder Create(string? directory, string name) => Create(directory, name, LocalFileSystem.Instance);

    /// <summary>Makes a new folder, whose files are written through <paramref name="files"/>.</summary>
    internal static RunFolder Create(string? directory, string name, IFileSystem files)
    {
        var path = System.IO.Path.GetFullPath(directory ?? FreshName(name));
        var folder = new RunFolder(path) { Files = files };
        folder.RefuseRun();
        folder.MakeFolders();
        return folder;
    }

    /// <summary>
    /// Finds a run: a folder, or a path that ends in <c>latest</c> for the newest beside it; <c>latest</c> alone looks in <c>runs</c>.
    /// </summary>
    /// <exception cref="TrainException">There is no such run.</exception>
    public static RunFolder Find(string run)
    {
        var trimmed = System.IO.Path.TrimEndingDirectorySeparator(run);
        if (System.IO.Path.GetFileName(trimmed) == Latest && !Directory.Exists(trimmed))
        {
            var parent = System.IO.Path.GetDirectoryName(trimmed);
            return Newest(string.IsNullOrEmpty(parent) ? RunsFolder : parent);
        }
        var folder = new RunFolder(System.IO.Path.GetFullPath(trimmed));
        return File.Exists(folder.Config)
            ? folder
            : throw new TrainException(
                $"{folder.Path} is no run folder (it has no config.json); give a folder below {RunsFolder}, or '{Latest}'");
    }

    /// <summary>All runs in a folder, oldest first; empty where there is none.</summary>
    public static IReadOnlyList<RunFolder> All(string runs = RunsFolder) => Directory.Exists(runs)
        ? [.. Directory.EnumerateDirectories(runs).Select(static path => new RunFolder(System.IO.Path.GetFullPath(path)))
            .Where(static folder => File.Exists(folder.Config)).OrderBy(static folder => folder.Path, StringComparer.Ordinal)]
        : [];

    /// <summary>Refuses a folder in which another run was begun.</summary>
    /// <exception cref="TrainException">There is one.</exception>
    internal void RefuseRun()
    {
        if (File.Exists(Config))
        {
            throw new TrainException($"{Path} already holds a run; give another --run-dir, or delete it");
        }
    }

    /// <summary>Writes one of the small files, whole or not at all.</summary>
    /// <exception cref="TrainException">It cannot be written.</exception>
    internal void Write(string path, byte[] content)
    {
        _written[path] = content;
        AtomicFile.Write(Files, path, file => file.Write(content));
    }

    /// <summary>Makes the folder again where somebody has deleted it, with the small files that were written to it.</summary>
    /// <exception cref="TrainException">It cannot be made.</exception>
    internal void Restore()
    {
        if (IsDeleted)
        {
            MakeFolders();
            foreach (var (path, content) in _written.Where(static file => !File.Exists(file.Key)))
            {
                AtomicFile.Write(Files, path, file => file.Write(content));
            }
        }
    }

    private static RunFolder Newest(string runs) => All(runs).LastOrDefault()
        ?? throw new TrainException($"there is no run in {System.IO.Path.GetFullPath(runs)}; train first, or give a run folder");

    private static IEnumerable<string> FoldersAbove(string path)
    {
        for (var folder = path; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private void MakeFolders()
    {
        try
        {
            string[] changed = [.. FoldersAbove(Checkpoints).TakeWhile(static folder => !Directory.Exists(folder))
                .Select(static folder => System.IO.Path.GetDirectoryName(folder)!)];
            Files.CreateFolder(Checkpoints);
            Array.ForEach(changed, Files.SyncFolder);
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            throw new TrainException($"cannot make the run folder {Path}: {error.Message}; give a writable --run-dir", error);
        }
    }

    /// <summary>When a run is begun, as its name says it: after the newest run there is, also where the clock was put back.</summary>
    /// <param name="now">What the clock says, UTC.</param>
    /// <param name="newest">Name of the newest run; null where there is none.</param>
    internal static string Stamp(DateTime now, string? newest)
    {
        var stamp = newest?.Length >= StampForm.Length ? newest[..StampForm.Length] : "";
        var isStamp = DateTime.TryParseExact(stamp, StampForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last);
        return (isStamp && last > now ? last.AddSeconds(1) : now).ToString(StampForm, CultureInfo.InvariantCulture);
    }

    // Two runs within one second get -2, -3, …
    private static string FreshName(string name)
    {
        var stamp = Stamp(DateTime.UtcNow, System.IO.Path.GetFileName(All().LastOrDefault()?.Path));
        var path = System.IO.Path.Combine(RunsFolder, $"{stamp}-{name}");
        for (var number = 2; Directory.Exists(path); number++)
        {
            path = System.IO.Path.Combine(RunsFolder, string.Create(CultureInfo.InvariantCulture, $"{stamp}-{name}-{number}"));
        }
        return path;
    }
}
