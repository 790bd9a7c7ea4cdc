using TrainSdk.Tasks.Files;
using TrainSdk.Tasks.Tests.Support;

namespace TrainSdk.Tasks.Tests.Files;

/// <summary>The store stands between build outputs and the NuGet cache.</summary>
public sealed class NativeStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NativeStore _store;
    private readonly string _package;

    public NativeStoreTests()
    {
        _store = new NativeStore(_folder["store"]);
        _package = _folder.Write("cache/a.so", "native");
    }

    [Fact]
    public void Keeps_a_read_only_copy_of_the_same_time()
    {
        var kept = _store.Keep(_package, "p/1.0");

        Assert.Equal(_folder["store/p/1.0/a.so"], kept);
        Assert.True(NativeStore.Same(_package, kept));
        Assert.True(File.GetAttributes(kept).HasFlag(FileAttributes.ReadOnly));
        Assert.False(File.GetAttributes(_package).HasFlag(FileAttributes.ReadOnly));
    }

    [Fact]
    public void Makes_a_changed_copy_again_and_never_the_package()
    {
        var kept = _store.Keep(_package, "p/1.0");
        File.SetAttributes(kept, FileAttributes.Normal);
        File.WriteAllText(kept, "edited");

        _store.Keep(_package, "p/1.0");

        Assert.Equal("native", File.ReadAllText(kept));
        Assert.Equal("native", File.ReadAllText(_package));
    }

    [Fact]
    public void Two_versions_of_equal_size_and_time_are_two_files()
    {
        var next = _folder.Write("cache2/a.so", "NATIVE");
        File.SetLastWriteTimeUtc(next, File.GetLastWriteTimeUtc(_package));

        Assert.Equal("native", File.ReadAllText(_store.Keep(_package, "p/1.0")));
        Assert.Equal("NATIVE", File.ReadAllText(_store.Keep(next, "p/1.1")));
    }

    [Fact]
    public void Builds_that_race_leave_one_file()
    {
        Parallel.For(0, 16, _ => Assert.Equal("native", File.ReadAllText(_store.Keep(_package, "p/1.0"))));

        Assert.Equal([Path.Combine("p", "1.0", "a.so")], _folder.Files("store"));
    }

    [Fact]
    public void Trying_to_link_leaves_nothing()
    {
        Assert.Equal(!OperatingSystem.IsWindows(), _store.CanLinkInto(_folder["bin"]));

        Assert.Equal([Path.Combine("cache", "a.so")], _folder.Files());
    }

    public void Dispose() => _folder.Dispose();
}
