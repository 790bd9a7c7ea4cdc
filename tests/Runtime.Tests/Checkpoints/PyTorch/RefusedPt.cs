using System.IO.Compression;
using TrainSdk.Checkpoints.PyTorch;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Checkpoints.PyTorch;

/// <summary>Writes files that must be refused in one line with their name and cause, before they take memory.</summary>
internal sealed class RefusedPt : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path(string name) => _folder.File(name);

    public void Refuse(
        PickleWriter pickle, string cause, CompressionLevel level = CompressionLevel.NoCompression, params (string Name, byte[] Bytes)[] more)
    {
        var path = Path("hostile.pt");
        pickle.Save(path, level: level, more: more);
        Refuse(path, cause);
    }

    public void Refuse(byte[] bytes)
    {
        var path = Path("damaged.pt");
        File.WriteAllBytes(path, bytes);
        Refuse(path, "");
    }

    public void Dispose() => _folder.Dispose();

    private static void Refuse(string path, string cause)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<TrainException>(() => PtReader.Open(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
