using System.IO.Compression;
using TrainSdk.Checkpoints.PyTorch;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>A file that PyTorch wrote: a zip archive with a checksum for each of its files.</summary>
internal sealed class PtSubject : IFuzzSubject
{
    private readonly List<(string Name, byte[] Bytes)> _files = [];

    public PtSubject(string file)
    {
        Good = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "pt", file));
        using var archive = new ZipArchive(new MemoryStream(Good));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            _files.Add((entry.FullName, bytes));
        }
    }

    public string Name => "pt";

    public bool IsGuarded => true;

    public byte[] Good { get; }

    public string Read(string path)
    {
        using var reader = PtReader.Open(path);
        return Contents.Of(reader.Tensors.Keys.Select(name => (name, (Func<Tensor>)(() => reader.Read(name)))));
    }

    public byte[] Forged(Random random)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in _files)
            {
                var isPickle = name.EndsWith(".pkl", StringComparison.Ordinal);
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(isPickle ? Mutation.Of(bytes, random) : bytes);
            }
        }
        return stream.ToArray();
    }
}
