using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Images;

/// <summary>A folder of pictures with one folder for each class.</summary>
public static class ImageFolder
{
    private static readonly string[] TrainNames = ["train", "training"];
    private static readonly string[] ValidationNames = ["val", "valid", "validation"];
    private static readonly string[] TestNames = ["test", "testing"];

    /// <summary>
    /// Reads <c>cat/1.jpg</c>, <c>dog/2.png</c> and so on: the folders' names, sorted by their characters' codes, are the classes. Pictures
    /// in folders below count to the class; hidden files and files that are no pictures by their ending are passed over.
    /// </summary>
    /// <param name="path">The folder; a relative path starts at the working directory.</param>
    /// <param name="options">What the pictures become; by default 3 channels in the first picture's size.</param>
    /// <returns>Samples whose pictures are unpacked when they are needed.</returns>
    /// <exception cref="TrainException">The folder is missing, has no class folders, or one of them holds no picture.</exception>
    public static DataSet Load(string path, ImageOptions? options = null)
    {
        var listing = ImageListing.Of(path, classes: null);
        options ??= new ImageOptions();
        return listing.ToDataSet(ImageReader.For(options, listing.Paths[0]), options.OnBadSample);
    }

    /// <summary>
    /// Reads a folder that is split already: <c>train</c>, and <c>val</c> (or <c>valid</c>, <c>validation</c>) and <c>test</c> where there
    /// are such, each with one folder for each class. The classes are the training split's.
    /// </summary>
    /// <param name="path">The folder above the splits.</param>
    /// <param name="options">As for <see cref="Load"/>; without a size, the first training picture's.</param>
    /// <exception cref="TrainException">There is no training split, or another split has a class that it lacks.</exception>
    public static DataSplits LoadSplits(string path, ImageOptions? options = null)
    {
        options ??= new ImageOptions();
        var train = ImageListing.Of(SplitFolder(path, TrainNames) ?? throw NoTraining(path), classes: null);
        var reader = ImageReader.For(options, train.Paths[0]);
        return new DataSplits(train.ToDataSet(reader, options.OnBadSample), Other(ValidationNames), Other(TestNames));

        DataSet? Other(string[] names) => SplitFolder(path, names) is { } folder
            ? ImageListing.Of(folder, train.Classes).ToDataSet(reader, options.OnBadSample)
            : null;
    }

    /// <summary>Whether a folder is split into folders already.</summary>
    public static bool HasSplits(string path) => SplitFolder(path, TrainNames) is not null;

    private static string? SplitFolder(string path, string[] names) => Directory.Exists(path)
        ? Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal)
            .FirstOrDefault(folder => names.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase))
        : throw new TrainException($"data folder not found: {Path.GetFullPath(path)} (a relative path starts at the working directory)");

    private static TrainException NoTraining(string path) => new(
        $"{Path.GetFullPath(path)} has no folder 'train'; name the splits train, val and test, or read one folder with Load and split it");
}
