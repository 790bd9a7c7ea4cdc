using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Images;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Images;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_are_the_classes_in_their_order()
    {
        Put("dog/2.png", "dog/1.jpg", "cat/deep/a.PNG", "Zebra/x.webp");
        Put("cat/notes.txt", "cat/.hidden.png", ".cache/x.png");

        var data = ImageFolder.Load(_folder.Path, new ImageOptions { Height = 4, Width = 6 });

        Assert.Equal(["Zebra", "cat", "dog"], data.ClassNames);
        Assert.Equal([0L, 1L, 2L, 2L], data.Targets.data<long>().ToArray());
        Assert.Equal([3L, 4L, 6L], data.InputShape);
        Assert.Equal(Path.Combine(_folder.Path, "dog", "1.jpg"), data.NameOf(2));
        Assert.False(data.IsInMemory);
    }

    [Fact]
    public void How_pictures_were_fitted_is_stored_with_the_statistics()
    {
        Put("a/1.png", "b/1.png");

        var splits = new DataSplits(ImageFolder.Load(_folder.Path, new ImageOptions { Height = 4, Width = 6, Fit = ImageFit.Pad }));

        Assert.Equal(ImageFit.Pad, splits.Encoding.Fit);
        Assert.Equal(3, splits.Encoding.Mean.Count);
        Assert.Equal(ImageFit.Pad, ImageReader.For(splits.Encoding).Fit);
        Assert.Equal([3L, 4L, 6L], ImageReader.For(splits.Encoding).Form.Shape);
    }

    [Fact]
    public void Splits_that_are_folders_keep_the_training_splits_classes()
    {
        Put("train/a/1.png", "train/b/1.png", "train/c/1.png", "val/b/1.png", "test/a/1.png", "test/c/2.png");

        var splits = ImageFolder.LoadSplits(_folder.Path);

        Assert.True(ImageFolder.HasSplits(_folder.Path));
        Assert.Equal(["a", "b", "c"], splits.Validation!.ClassNames);
        Assert.Equal([1L], splits.Validation.Targets.data<long>().ToArray());
        Assert.Equal([0L, 2L], splits.Test!.Targets.data<long>().ToArray());
    }

    [Fact]
    public void Bad_pictures_are_left_out_and_listed_where_that_is_asked_for()
    {
        Put("a/1.png", "a/2.png", "b/1.png");
        File.WriteAllText(_folder.File("a/2.png"), "no picture");

        var data = ImageFolder.Load(_folder.Path, new ImageOptions { OnBadSample = OnBadSample.Skip }).ToMemory();

        Assert.Equal(2, data.Count);
        Assert.Equal(_folder.File("a/2.png"), Assert.Single(data.BadSamples).Name);
        Assert.Throws<TrainException>(() => ImageFolder.Load(_folder.Path).ToMemory());
    }

    [Fact]
    public void An_empty_class_folder_is_named()
    {
        Put("a/1.png", "b/notes.txt");

        Refused(
            $"{_folder.File("b")}: the class folder holds no picture (.png, .jpg, .jpeg, .webp, .bmp, .gif); fill it or remove it",
            static path => ImageFolder.Load(path));
    }

    [Fact]
    public void A_folder_without_classes_is_refused() =>
        Refused($"{_folder.Path} has no class folders; give one folder of pictures for each class", static path => ImageFolder.Load(path));

    [Fact]
    public void A_missing_folder_shows_where_it_would_be()
    {
        var path = _folder.File("absent");

        Assert.Equal(
            $"data folder not found: {path} (a relative path starts at the working directory)",
            Assert.Throws<TrainException>(() => ImageFolder.Load(path)).Message);
    }

    [Fact]
    public void A_class_that_is_not_trained_is_refused()
    {
        Put("train/a/1.png", "train/b/1.png", "test/c/1.png");

        Refused(
            $"{_folder.File("test/c")}: the training split has no class 'c'; its classes are a, b",
            static path => ImageFolder.LoadSplits(path));
    }

    [Fact]
    public void A_folder_without_a_training_split_is_refused()
    {
        Put("val/a/1.png");

        Refused(
            $"{_folder.Path} has no folder 'train'; name the splits train, val and test, or read one folder with Load and split it",
            static path => ImageFolder.LoadSplits(path));
    }

    private void Refused(string expected, Action<string> load) =>
        Assert.Equal(expected, Assert.Throws<TrainException>(() => load(_folder.Path)).Message);

    private void Put(params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
            File.Copy(PictureFile.Of("colours.png"), _folder.File(file));
        }
    }
}
