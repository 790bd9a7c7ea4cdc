using System.IO.Compression;
using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Benchmarks.Data;

/// <summary>
/// 60,000 grey pictures of 28×28 in ten classes, as bytes: Fashion-MNIST where Debian's package dataset-fashion-mnist is installed, else
/// random ones of the same shape.
/// </summary>
internal static class Pictures
{
    public const int Count = 60_000;
    private const int Side = 28;
    private const int Classes = 10;
    private const int ImageHeader = 16;
    private const int LabelHeader = 8;

    /// <summary>Where Fashion-MNIST lies.</summary>
    public const string Folder = "/usr/share/datasets/fashion-mnist";

    private static readonly string Images = Path.Combine(Folder, "train-images-idx3-ubyte.gz");
    private static readonly string Labels = Path.Combine(Folder, "train-labels-idx1-ubyte.gz");

    /// <summary>What the pictures are, for the report.</summary>
    public static string Source => File.Exists(Images) ? "Fashion-MNIST" : "random pictures (dataset-fashion-mnist is not installed)";

    /// <summary>The first pictures, [count, 1, 28, 28].</summary>
    public static DataSet Load(int count)
    {
        var pixels = new byte[count * Side * Side];
        var labels = new byte[count];
        if (File.Exists(Images))
        {
            Read(Images, ImageHeader, pixels);
            Read(Labels, LabelHeader, labels);
        }
        else
        {
            var random = new Random(0);
            random.NextBytes(pixels);
            random.NextBytes(labels);
        }
        using var inputs = torch.tensor(pixels);
        return new DataSet(
            inputs.reshape(count, 1, Side, Side),
            torch.tensor(Array.ConvertAll(labels, static label => (long)(label % Classes))),
            [.. Enumerable.Range(0, Classes).Select(static label => $"{label}")]);
    }

    private static void Read(string path, int header, byte[] target)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        file.ReadExactly(new byte[header]);
        file.ReadExactly(target);
    }
}
