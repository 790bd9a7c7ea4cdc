using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using TrainSdk.Data;

namespace TrainSdk.Images;

/// <summary>Pictures in files, unpacked when they are needed.</summary>
public sealed class ImageFiles : ISampleSource
{
    private readonly IReadOnlyList<string> _paths;
    private readonly ImageReader _reader;

    /// <summary>Takes files.</summary>
    /// <param name="paths">At least one, in the samples' order.</param>
    /// <param name="options">What they become; without a size, the first picture's.</param>
    /// <exception cref="TrainException">There is no file, a size cannot be, or the first picture is needed and cannot be read.</exception>
    public ImageFiles(IReadOnlyList<string> paths, ImageOptions options)
        : this(paths, ImageReader.For(options, paths.Count > 0 ? paths[0] : throw NoPicture()))
    {
    }

    /// <summary>Takes files that are read like others, such as a test split's like the training split's.</summary>
    /// <param name="paths">At least one, in the samples' order.</param>
    /// <param name="reader">Unpacks them.</param>
    public ImageFiles(IReadOnlyList<string> paths, ImageReader reader)
    {
        _paths = paths;
        _reader = reader;
        Identity = IdentityOf(paths);
    }

    /// <inheritdoc/>
    public long Count => _paths.Count;

    /// <inheritdoc/>
    public SampleForm Form => _reader.Form;

    /// <summary>A hash of the files' names and sizes, in their order.</summary>
    public string Identity { get; }

    /// <summary>Unpacks the pictures.</summary>
    public ImageReader Reader => _reader;

    /// <inheritdoc/>
    public void Read(long position, Span<byte> sample) => _reader.Read(_paths[(int)position], sample);

    /// <inheritdoc/>
    public string NameOf(long position) => _paths[(int)position];

    private static TrainException NoPicture() => new("no picture was given; give at least one");

    // The folder that all lie in may be moved; the names below it and the sizes tell the files apart.
    private static string IdentityOf(IReadOnlyList<string> paths)
    {
        var hash = new XxHash128();
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var path in paths)
        {
            var file = new FileInfo(path);
            hash.Append(Encoding.UTF8.GetBytes($"{file.Directory?.Name}/{file.Name}\n"));
            BinaryPrimitives.WriteInt64LittleEndian(length, file.Exists ? file.Length : -1);
            hash.Append(length);
        }
        return $"files {Convert.ToHexStringLower(hash.GetCurrentHash())}";
    }
}
