using TrainSdk.Tasks.Files;
using TrainSdk.Tasks.Tests.Support;

namespace TrainSdk.Tasks.Tests.Files;

/// <summary>Where the copy lies and when it is written.</summary>
public sealed class RepairedCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Version_platform_and_content_make_different_places()
    {
        string[] places =
        [
            RepairedCopy.PathOf(_folder.Path, "1.0-linux-x64", "a.so", [1]),
            RepairedCopy.PathOf(_folder.Path, "1.1-linux-x64", "a.so", [1]),
            RepairedCopy.PathOf(_folder.Path, "1.0-linux-arm64", "a.so", [1]),
            RepairedCopy.PathOf(_folder.Path, "1.0-linux-x64", "a.so", [2]),
        ];

        Assert.Distinct(places);
        Assert.All(places, place => Assert.Equal("a.so", Path.GetFileName(place)));
        Assert.Equal(places[0], RepairedCopy.PathOf(_folder.Path, "1.0-linux-x64", "a.so", [1]));
    }

    [Fact]
    public void A_second_run_touches_nothing()
    {
        Assert.True(RepairedCopy.Write(_folder["k/a.so"], [1, 2]));
        var written = File.GetLastWriteTimeUtc(_folder["k/a.so"]);

        Assert.False(RepairedCopy.Write(_folder["k/a.so"], [1, 2]));

        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder["k/a.so"]));
        Assert.Equal([Path.Combine("k", "a.so")], _folder.Files());
    }

    [Fact]
    public void A_copy_that_was_changed_is_made_again()
    {
        _folder.Write("k/a.so", "xy");

        Assert.True(RepairedCopy.Write(_folder["k/a.so"], [1, 2]));

        Assert.Equal([1, 2], File.ReadAllBytes(_folder["k/a.so"]));
    }

    [Fact]
    public void Builds_that_race_end_with_one_whole_file()
    {
        var content = TorchSharpLibrary.Bytes();

        Parallel.For(0, 16, _ =>
        {
            RepairedCopy.Write(_folder["k/a.so"], content);
            Assert.Equal(content.Length, new FileInfo(_folder["k/a.so"]).Length);
        });

        Assert.Equal([Path.Combine("k", "a.so")], _folder.Files());
        Assert.Equal(content, File.ReadAllBytes(_folder["k/a.so"]));
    }

    public void Dispose() => _folder.Dispose();
}
