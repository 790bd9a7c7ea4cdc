using SkiaSharp;
using TrainSdk.Benchmarks.Data;

namespace TrainSdk.Benchmarks.Loading;

/// <summary>A folder of pictures made for one benchmark, ten classes, deleted afterwards.</summary>
internal sealed class PictureFolder : IDisposable
{
    private const int Quality = 90;
    private const int Wide = 640;
    private const int High = 427;
    private const int Patch = 8;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trainsdk-pictures-");

    private PictureFolder(int count) => Count = count;

    /// <summary>The folder, with one folder for each class.</summary>
    public string Path => _folder.FullName;

    /// <summary>Pictures in it.</summary>
    public int Count { get; }

    /// <summary>Pictures of 28×28 as PNG files.</summary>
    public static PictureFolder OfPng(int count)
    {
        var folder = new PictureFolder(count);
        var data = Pictures.Load(count);
        var (pixels, labels) = (data.Inputs.bytes.ToArray(), data.Targets.data<long>().ToArray());
        using var bitmap = new SKBitmap(28, 28, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var at = 0; at < count; at++)
        {
            for (var row = 0; row < 28; row++)
            {
                pixels.AsSpan((at * 784) + (row * 28), 28).CopyTo(bitmap.GetPixelSpan()[(row * bitmap.RowBytes)..]);
            }
            folder.Write(bitmap, SKEncodedImageFormat.Png, labels[at], at);
        }
        return folder;
    }

    /// <summary>Pictures of 640×427 as JPEG files: coarse patches with noise, some 90 kB each as photographs are.</summary>
    public static PictureFolder OfJpeg(int count)
    {
        var folder = new PictureFolder(count);
        var random = new Random(1);
        using var bitmap = new SKBitmap(Wide, High, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var patches = new byte[(Wide / Patch) * (High / Patch + 1) * 4];
        var noise = new byte[Wide * 4];
        for (var at = 0; at < count; at++)
        {
            random.NextBytes(patches);
            for (var row = 0; row < High; row++)
            {
                random.NextBytes(noise);
                var line = bitmap.GetPixelSpan().Slice(row * bitmap.RowBytes, Wide * 4);
                for (var x = 0; x < line.Length; x++)
                {
                    var patch = patches[((row / Patch * (Wide / Patch)) + (x / 4 / Patch)) * 4 + (x % 4)];
                    line[x] = (byte)((patch * 3 / 4) + (noise[x] / 8));
                }
            }
            folder.Write(bitmap, SKEncodedImageFormat.Jpeg, at % 10, at);
        }
        return folder;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(SKBitmap bitmap, SKEncodedImageFormat format, long label, int number)
    {
        var place = _folder.CreateSubdirectory($"class{label}");
        using var file = File.Create(System.IO.Path.Combine(place.FullName, $"{number}.{format.ToString().ToLowerInvariant()}"));
        bitmap.Encode(file, format, Quality);
    }
}
