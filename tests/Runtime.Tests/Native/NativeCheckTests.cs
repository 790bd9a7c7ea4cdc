using TrainSdk.Native;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Native;

public sealed class NativeCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EverythingLoadsHereFromTheAppsOwnFolder()
    {
        var files = NativeCheck.Run();

        Assert.Equal(NativeFolders.Libraries, files.Select(static file => file.Name));
        Assert.All(files, static file => Assert.Null(file.Problem));
        Assert.All(files, static file => Assert.StartsWith(AppContext.BaseDirectory, file.Path));
        Assert.Null(NativeCheck.Problem());
    }

    [Fact]
    public void ADamagedFileIsNamedWithTheLoadersReason()
    {
        File.WriteAllText(_folder.File("libbroken.so"), "not a library");

        var file = Assert.Single(NativeCheck.Run([_folder.Path], ["libbroken.so"], []));

        Assert.Equal(_folder.File("libbroken.so"), file.Path);
        Assert.StartsWith($"{file.Path} does not load: ", file.Problem);
        Assert.Contains("delete bin and obj", file.Problem);
    }

    [Fact]
    public void AMissingFileIsNamedWithTheFoldersSearched()
    {
        var file = Assert.Single(NativeCheck.Run([_folder.Path], ["libabsent.so"], []));

        Assert.Null(file.Path);
        Assert.StartsWith($"libabsent.so is missing in {_folder.Path}; ", file.Problem);
    }

    [Fact]
    public void FilesOfAnotherPlatformAreRecognised()
    {
        var file = Assert.Single(NativeCheck.Run([_folder.Path], ["libabsent.so"], ["win-x64"]));

        Assert.StartsWith("libabsent.so is missing: the app carries torch for win-x64, this is ", file.Problem);
    }
}
