using System.IO.Compression;
using System.Text;

namespace TrainSdk.Runtime.Tests.Csv;

/// <summary>Small files in a folder that goes away with the test.</summary>
public sealed class CsvFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trainsdk-csv-").FullName;

    /// <summary>Path of a file that does not exist.</summary>
    public string Missing => Path.Combine(_folder, "absent.csv");

    public string Write(string content, string name = "table.csv")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public string WritePacked(string content)
    {
        var path = Path.Combine(_folder, "table.csv.gz");
        using var file = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        file.Write(Encoding.UTF8.GetBytes(content));
        return path;
    }

    /// <summary>Where messages about a written file begin.</summary>
    public string At(string place) => $"{Path.Combine(_folder, "table.csv")}{place}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
