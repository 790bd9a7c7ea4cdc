using System.IO.Enumeration;
using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Images;

/// <summary>The pictures of a folder and their classes.</summary>
internal sealed class ImageListing
{
    private readonly List<string> _paths = [];
    private readonly List<long> _labels = [];

    private ImageListing(IReadOnlyList<string> classes) => Classes = classes;

    /// <summary>Files, class by class and sorted within.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Lists a folder.</summary>
    /// <param name="root">The folder above the class folders.</param>
    /// <param name="classes">The classes that there may be; null takes all that there are, of which none may be empty.</param>
    public static ImageListing Of(string root, IReadOnlyList<string>? classes)
    {
        var folders = FoldersIn(root);
        var listing = new ImageListing(classes ?? [.. folders.Keys]);
        if (folders.Keys.FirstOrDefault(name => !listing.Classes.Contains(name)) is { } unknown)
        {
            throw new TrainException(
                $"{folders[unknown]}: the training split has no class '{unknown}'; its classes are {string.Join(", ", listing.Classes)}");
        }
        foreach (var (label, name) in listing.Classes.Index())
        {
            if (folders.TryGetValue(name, out var folder))
            {
                listing.Add(label, folder);
            }
        }
        return listing;
    }

    /// <summary>The pictures as samples.</summary>
    public DataSet ToDataSet(ImageReader reader, OnBadSample onBadSample)
    {
        using var scope = torch.NewDisposeScope();
        return new DataSet(new ImageFiles(_paths, reader), torch.tensor(_labels.ToArray()), Classes)
        {
            OnBadSample = onBadSample,
            RawInput = reader.Encoding,
        };
    }

    private static SortedDictionary<string, string> FoldersIn(string root)
    {
        if (!Directory.Exists(root))
        {
            throw new TrainException($"data folder not found: {Path.GetFullPath(root)} (a relative path starts at the working directory)");
        }
        var folders = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            if (!IsHidden(Path.GetFileName(folder)))
            {
                folders.Add(Path.GetFileName(folder), folder);
            }
        }
        return folders.Count > 0
            ? folders
            : throw new TrainException($"{Path.GetFullPath(root)} has no class folders; give one folder of pictures for each class");
    }

    private static bool IsHidden(ReadOnlySpan<char> name) => name.StartsWith('.');

    private static List<string> PicturesIn(string folder)
    {
        var files = new FileSystemEnumerable<string>(
            folder,
            static (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
                !entry.IsDirectory && !IsHidden(entry.FileName) && ImageFile.IsPicture(entry.FileName),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsHidden(entry.FileName),
        };
        List<string> paths = [.. files];
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private void Add(long label, string folder)
    {
        var pictures = PicturesIn(folder);
        if (pictures.Count == 0)
        {
            throw new TrainException(
                $"{Path.GetFullPath(folder)}: the class folder holds no picture ({string.Join(", ", ImageFile.Endings)}); "
                    + "fill it or remove it");
        }
        _paths.AddRange(pictures);
        _labels.AddRange(Enumerable.Repeat(label, pictures.Count));
    }
}
