using TrainSdk.Images;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Images;

public sealed class ImageFilesTests : IDisposable
{
    private const int MostBytesPerSample = 1000;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Many_threads_read_the_same_bytes()
    {
        var files = new ImageFiles(
            [PictureFile.Of("large.jpg"), PictureFile.Of("turned6.jpg"), PictureFile.Of("colours.png")], new ImageOptions { Height = 20, Width = 30 });
        byte[][] alone = [Sample(files, 0), Sample(files, 1), Sample(files, 2)];

        Parallel.For(0, 300, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Equal(alone[i % 3], Sample(files, i % 3)));
    }

    [Theory]
    [InlineData("large.jpg")]
    [InlineData("colours.png")]
    [InlineData("lossy.webp")]
    public void Reading_allocates_next_to_nothing(string name)
    {
        var files = new ImageFiles([PictureFile.Of(name)], new ImageOptions { Height = 20, Width = 30 });
        var sample = Sample(files, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            files.Read(0, sample);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, MostBytesPerSample);
    }

    [Fact]
    public void A_file_that_changes_its_size_changes_the_identity()
    {
        File.Copy(PictureFile.Of("colours.png"), _folder.File("a.png"));
        var options = new ImageOptions { Height = 2, Width = 2 };
        var before = new ImageFiles([_folder.File("a.png")], options).Identity;
        Assert.Equal(before, new ImageFiles([_folder.File("a.png")], options).Identity);

        File.Copy(PictureFile.Of("grey.png"), _folder.File("a.png"), overwrite: true);
        Assert.NotEqual(before, new ImageFiles([_folder.File("a.png")], options).Identity);
    }

    [Fact]
    public void An_upload_is_read_as_a_file_is()
    {
        var reader = new ImageReader(new ImageOptions { Height = 20, Width = 30 });
        var fromMemory = new byte[reader.Form.Bytes];
        var fromFile = new byte[reader.Form.Bytes];
        reader.Decode(PictureFile.Bytes("large.jpg"), fromMemory);
        reader.Read(PictureFile.Of("large.jpg"), fromFile);

        Assert.Equal(fromFile, fromMemory);
    }

    private static byte[] Sample(ImageFiles files, long position)
    {
        var sample = new byte[files.Form.Bytes];
        files.Read(position, sample);
        return sample;
    }
}
