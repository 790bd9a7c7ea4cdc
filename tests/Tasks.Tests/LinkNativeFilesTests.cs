using Microsoft.Build.Utilities;
using TrainSdk.Tasks.Tests.Support;

namespace TrainSdk.Tasks.Tests;

/// <summary>Links in a build's output: what they save, and that nothing done to them reaches the package.</summary>
public sealed class LinkNativeFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _package;

    public LinkNativeFilesTests() => _package = _folder.Write("cache/a.so", "native");

    [UnixFact]
    public void Two_outputs_share_the_stores_file()
    {
        Assert.True(Task("one").Execute());
        Assert.True(Task("two").Execute());

        WriteThrough(_folder["one/native/a.so"], "edited");
        Assert.Equal("edited", File.ReadAllText(_folder["two/native/a.so"]));
        Assert.Equal("native", File.ReadAllText(_package));
    }

    [UnixFact]
    public void A_second_run_touches_nothing()
    {
        Task("bin").Execute();
        Directory.Delete(_folder["store"], recursive: true);

        Task("bin").Execute();

        Assert.False(Directory.Exists(_folder["store"]));
        Assert.Equal("native", File.ReadAllText(_folder["bin/native/a.so"]));
    }

    [UnixFact]
    public void An_edited_link_is_made_anew_by_the_next_build()
    {
        Task("bin").Execute();
        WriteThrough(_folder["bin/native/a.so"], "edited and longer");

        Task("bin").Execute();

        Assert.Equal("native", File.ReadAllText(_folder["bin/native/a.so"]));
        Assert.Equal("native", File.ReadAllText(_package));
    }

    [UnixFact]
    public void A_file_that_the_user_put_there_is_replaced_like_by_copying()
    {
        _folder.Write("bin/native/a.so", "another build of it");

        Task("bin").Execute();

        Assert.Equal("native", File.ReadAllText(_folder["bin/native/a.so"]));
    }

    [UnixFact]
    public void Deleting_an_output_leaves_store_and_package()
    {
        Task("bin").Execute();

        Directory.Delete(_folder["bin"], recursive: true);

        Assert.Equal("native", File.ReadAllText(_folder["store/p/1.0/a.so"]));
        Assert.Equal("native", File.ReadAllText(_package));
    }

    [UnixFact]
    public void Where_the_store_cannot_be_made_copying_goes_on()
    {
        _folder.Write("store", "a file where the folder should be");

        Assert.True(Task("bin").Execute());

        Assert.False(File.Exists(_folder["bin/native/a.so"]));
    }

    private TaskItem Item => new(_package, new Dictionary<string, string>
    {
        ["NuGetPackageId"] = "P",
        ["NuGetPackageVersion"] = "1.0",
        ["DestinationSubDirectory"] = "native/",
    });

    public void Dispose() => _folder.Dispose();

    private static void WriteThrough(string file, string text)
    {
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllText(file, text);
    }

    private LinkNativeFiles Task(string output) => new()
    {
        BuildEngine = new RecordingEngine(),
        Files = [Item],
        Folder = _folder[output],
        Store = _folder["store"],
    };
}
