using System.Text.Json;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>A run's folder, and copies of it at moments of the run. They are kept in memory where the system has such a place.</summary>
internal sealed class RunCopies : IDisposable
{
    private const string InMemory = "/dev/shm";
    private const string Lock = "run.lock";

    private readonly string _place = Directory.CreateDirectory(
        Path.Combine(Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"trainsdk-{Guid.NewGuid():N}")).FullName;

    private readonly List<string> _copies = [];

    public string Whole => Path.Combine(_place, "whole");

    public string Other => Path.Combine(_place, "other");

    public IReadOnlyList<string> Copies => _copies;

    /// <summary>Where a copy was resumed, as its configuration says.</summary>
    public static (int Epoch, long Step) ResumedAt(string copy)
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(copy, "config.json")));
        var resumed = config.RootElement.GetProperty("resumed").EnumerateArray().Single();
        return (resumed.GetProperty("epoch").GetInt32(), resumed.GetProperty("step").GetInt64());
    }

    /// <summary>Copies the folder as it is at one instant; a checkpoint may be under way on another thread.</summary>
    public void Copy()
    {
        var copy = Path.Combine(_place, $"copy-{_copies.Count}");
        while (!TryCopy(copy))
        {
            Directory.Delete(copy, recursive: true);
        }
        _copies.Add(copy);
    }

    /// <summary>Copies a finished run as if it had been killed before it wrote how it ended.</summary>
    public void CopyWithoutResult()
    {
        Copy();
        File.Delete(Path.Combine(_copies[^1], "result.json"));
    }

    public void Dispose() => Directory.Delete(_place, recursive: true);

    // False where a file was written or renamed meanwhile.
    private bool TryCopy(string copy)
    {
        Directory.CreateDirectory(copy);
        try
        {
            var before = Listing();
            foreach (var file in Files())
            {
                var target = Path.Combine(copy, Path.GetRelativePath(Whole, file.FullName));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                file.CopyTo(target);
            }
            return Listing() == before;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private string Listing() =>
        string.Join('\n', Files().Select(static file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));

    private IEnumerable<FileInfo> Files() =>
        new DirectoryInfo(Whole).GetFiles("*", SearchOption.AllDirectories).Where(static file => file.Name != Lock);
}
