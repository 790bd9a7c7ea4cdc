using System.IO.Compression;
using System.Text;
using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Sources;
using TrainSdk.Images;
using TrainSdk.Text;

namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>Every format of data that is read, with a good file of each.</summary>
internal static class DataSubjects
{
    private const int Side = 12;

    private static readonly string[] Pictures =
        ["colours.png", "palette.png", "colours.jpg", "progressive.jpg", "lossy.webp", "lossless.webp", "palette.gif", "colours.bmp"];

    private static readonly byte[] Table = Encoding.UTF8.GetBytes(
        "size,colour,count,kind\n1.5,red,7,rose\n2e3,\"blue\",8,lily\n,green,-9,rose\n4,red,10,lily\n0.25,NA,11,rose\n");

    private static readonly byte[] Numbers = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, .. Enumerable.Range(0, 24).Select(i => (byte)i)];

    /// <summary>All of them.</summary>
    public static IEnumerable<IFuzzSubject> All =>
    [
        new DataSubject("csv", Table, Csv),
        new DataSubject("csv.gz", Packed(Table), Csv),
        new DataSubject("idx", Numbers, Idx),
        new DataSubject("idx.gz", Packed(Numbers), Idx),
        new DataSubject("text", "Zwölf Boxkämpfer\njagen Viktor\r\nquer über den Deich 𝄞\n"u8.ToArray(), Characters),
        new DataSubject("tokens", [.. Enumerable.Range(0, 60).Select(i => (byte)(i % 2 == 0 ? i : 0))], Tokens),
        .. Pictures.Select(static file => new DataSubject(file, Picture(file), Image)),
    ];

    private static DataSet Csv(string path) => DataSet.FromCsv(path, new CsvOptions { OnMissing = OnMissingValue.Fill });

    private static DataSet Idx(string path)
    {
        var numbers = IdxFile.Read(path);
        return new DataSet([new MemorySource(numbers.unsqueeze(0))], new MemorySource(torch.zeros(1, 1)), classNames: null);
    }

    private static DataSet Characters(string path) => TextFile.Load(path, new TextOptions { Window = 8 });

    private static DataSet Tokens(string path) => TextFile.LoadTokens(path, new TokenOptions { Vocabulary = 64, Window = 7 });

    private static DataSet Image(string path) => new(
        new ImageFiles([path], new ImageOptions { Height = Side, Width = Side, MaxPixels = 1_000_000 }), torch.zeros(1, 1), classNames: null);

    private static byte[] Picture(string file) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "pictures", file));

    private static byte[] Packed(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }
        return stream.ToArray();
    }
}
