using System.Globalization;
using System.Text.Json;
using TrainSdk.Files;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>The folder of one sweep: <c>sweep.json</c>, <c>sweep.csv</c>, <c>comparison.html</c> and a run folder for each trial.</summary>
internal sealed class SweepFolder(string path)
{
    /// <summary>Folder of sweeps in the working directory.</summary>
    public const string SweepsFolder = "sweeps";

    /// <summary>Full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>What was asked for, and what the trials came to.</summary>
    public string Record => System.IO.Path.Combine(Path, "sweep.json");

    /// <summary>The trials as a table, the best first.</summary>
    public string Table => System.IO.Path.Combine(Path, "sweep.csv");

    /// <summary>Name of a trial's run folder.</summary>
    public static string NameOf(int trial) => $"trial-{NumberText.Format(trial)}";

    /// <summary>A trial's run folder.</summary>
    public string Trial(int trial) => System.IO.Path.Combine(Path, NameOf(trial));

    /// <summary>
    /// The folder for a sweep: the given one or, of those in <c>sweeps</c>, one with the same sweep that was not finished, or a new one.
    /// </summary>
    /// <param name="directory">The folder that was asked for; null for one in <c>sweeps</c>.</param>
    /// <param name="wanted">The sweep.</param>
    /// <exception cref="TrainException">The given folder holds another sweep, or a run.</exception>
    public static SweepFolder For(string? directory, SweepRecord wanted)
    {
        if (directory is null)
        {
            return All().LastOrDefault(folder => folder.Holds(wanted)) ?? Fresh(wanted.Definition.Model);
        }
        var given = new SweepFolder(directory);
        if (File.Exists(given.Record) && Key(given.Read().Definition) != Key(wanted.Definition))
        {
            throw new TrainException($"{given.Path} holds another sweep; give another --run-dir, or delete it");
        }
        return !File.Exists(System.IO.Path.Combine(given.Path, "config.json")) ? given
            : throw new TrainException($"{given.Path} holds a run; give another --run-dir");
    }

    /// <summary>Reads <c>sweep.json</c>.</summary>
    /// <exception cref="TrainException">It cannot be read, or a later version wrote it.</exception>
    public SweepRecord Read()
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(Record), SweepJson.Readable.SweepRecord);
            return record is { Schema: <= SweepRecord.CurrentSchema } ? record
                : throw new TrainException($"{Record} has schema {record?.Schema}, and this version reads 1; use a newer TrainSdk");
        }
        catch (JsonException error)
        {
            throw new TrainException($"{Record} is not a sweep's record: {error.Message}; delete its folder, or give another", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"cannot read {Record}: {error.Message}", error);
        }
    }

    /// <summary>Writes one of the files, whole or not at all.</summary>
    /// <exception cref="TrainException">It cannot be written.</exception>
    public static void Write(string path, byte[] content) =>
        AtomicFile.Write(LocalFileSystem.Instance, path, file => file.Write(content));

    private static IEnumerable<SweepFolder> All() => Directory.Exists(SweepsFolder)
        ? Directory.EnumerateDirectories(SweepsFolder).Order(StringComparer.Ordinal).Select(static path => new SweepFolder(path))
            .Where(static folder => File.Exists(folder.Record))
        : [];

    // Two sweeps within one second get -2, -3, …
    private static SweepFolder Fresh(string model)
    {
        var newest = System.IO.Path.GetFileName(All().LastOrDefault()?.Path);
        var path = System.IO.Path.Combine(SweepsFolder, $"{RunFolder.Stamp(DateTime.UtcNow, newest)}-{model}");
        return new[] { path }
            .Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{path}-{number}")))
            .Where(static path => !Directory.Exists(path)).Select(static path => new SweepFolder(path)).First();
    }

    // The trials' number is no part of it: a sweep that is given more of them keeps those it has.
    private static string Key(SweepDefinition definition) =>
        JsonSerializer.Serialize(definition with { Trials = null }, SweepJson.Readable.SweepDefinition);

    private bool Holds(SweepRecord wanted)
    {
        try
        {
            var record = Read();
            return Key(record.Definition) == Key(wanted.Definition) && record.Planned == wanted.Planned
                && record.Trials.Count(static trial => trial.IsFinal) < record.Planned;
        }
        catch (TrainException)
        {
            return false;
        }
    }
}
