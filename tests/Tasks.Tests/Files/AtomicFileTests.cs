using TrainSdk.Tasks.Files;
using TrainSdk.Tasks.Tests.Support;

namespace TrainSdk.Tasks.Tests.Files;

/// <summary>What happens when another build puts a file there between the look and the move.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(true, "theirs")]
    [InlineData(false, "ours")]
    public void Another_builds_file_stays_when_it_is_right(bool isRight, string expected)
    {
        AtomicFile.Create(_folder["k/a"], WhileAnotherBuildIsFaster, () => isRight || File.ReadAllText(_folder["k/a"]) == "ours");

        Assert.Equal(expected, File.ReadAllText(_folder["k/a"]));
        Assert.Equal([Path.Combine("k", "a")], _folder.Files());
    }

    [Fact]
    public void A_failed_write_leaves_nothing()
    {
        Assert.Throws<IOException>(() => AtomicFile.Create(_folder["k/a"], Fail, () => true));

        Assert.Empty(_folder.Files());
    }

    public void Dispose() => _folder.Dispose();

    private static void Fail(string temporary)
    {
        File.WriteAllText(temporary, "half");
        throw new IOException("disk full");
    }

    private void WhileAnotherBuildIsFaster(string temporary)
    {
        File.WriteAllText(temporary, "ours");
        File.WriteAllText(_folder["k/a"], "theirs");
    }
}
