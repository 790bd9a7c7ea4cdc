using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TrainSdk.Tasks.Tests.Support;

namespace TrainSdk.Tasks.Tests;

/// <summary>The task as MSBuild calls it: items in, items out, errors with a name.</summary>
public sealed class RepairNativeLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingEngine _engine = new();

    [Fact]
    public void The_copy_takes_the_items_place_with_its_metadata()
    {
        var before = TorchSharpLibrary.Bytes();
        var task = Task(TorchSharpLibrary.File);

        Assert.True(task.Execute());

        var copy = Assert.Single(task.Copies);
        Assert.Equal(TorchSharpLibrary.File, Assert.Single(task.Originals).ItemSpec);
        Assert.StartsWith(_folder["obj/0.107.0-linux-x64-"], copy.ItemSpec);
        Assert.Equal("runtimes/linux-x64/native/", copy.GetMetadata("DestinationSubDirectory"));
        Assert.Equal(before, TorchSharpLibrary.Bytes());
        Assert.NotEqual(before, File.ReadAllBytes(copy.ItemSpec));
    }

    [Fact]
    public void Without_the_entry_the_original_is_used_and_said_quietly()
    {
        var file = _folder["lib.so"];
        File.WriteAllBytes(file, SyntheticElf.Needing(("libstdc++.so.6", ["GLIBCXX_3.4.30"])));
        var task = Task(file);

        Assert.True(task.Execute());

        Assert.Empty(task.Copies);
        Assert.Empty(task.Originals);
        var message = Assert.Single(_engine.Messages);
        Assert.Equal(MessageImportance.Low, message.Importance);
        Assert.Equal($"{file} is used as it is: EntryAbsent of GLIBCXX_3.4.32.", message.Message);
    }

    [Theory]
    [InlineData("no library", "does not begin with the mark of an ELF file")]
    [InlineData("\u007fELF\u0002\u0001", "ends before the ELF header does")]
    public void A_damaged_file_is_a_named_error_with_its_path(string content, string cause)
    {
        var file = _folder.Write("lib.so", content);

        Assert.False(Task(file).Execute());

        var error = Assert.Single(_engine.Errors);
        Assert.Equal(("TRAIN9010", "https://help/TRAIN9010", "App.csproj"), (error.Code, error.HelpLink, error.File));
        Assert.StartsWith($"{file} {cause}", error.Message);
    }

    [Fact]
    public void A_copy_that_cannot_be_written_is_a_named_error()
    {
        _folder.Write("obj", "a file where the folder should be");

        Assert.False(Task(TorchSharpLibrary.File).Execute());

        Assert.Equal("TRAIN9011", Assert.Single(_engine.Errors).Code);
    }

    public void Dispose() => _folder.Dispose();

    private static TaskItem Item(string file) => new(file, new Dictionary<string, string>
    {
        ["NuGetPackageVersion"] = "0.107.0",
        ["DestinationSubDirectory"] = "runtimes/linux-x64/native/",
    });

    private RepairNativeLibrary Task(string file) => new()
    {
        BuildEngine = _engine,
        Files = [Item(file)],
        Version = TorchSharpLibrary.NewVersion,
        RuntimeIdentifier = "linux-x64",
        Folder = _folder["obj"],
        HelpBase = "https://help/",
    };
}
