using System.Globalization;

namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>
/// The five packages, packed once per test run into a temporary folder outside the repository, with a NuGet cache of their own
/// on top of the machine's (so that libtorch is not downloaded again). Everything is deleted at the end.
/// </summary>
public sealed class PackedFeed : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("trainsdk-").FullName;
    private int _projects;

    public PackedFeed()
    {
        Version = "0.1.0-dev." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Folder = Path.Combine(_root, "feed");
        try
        {
            Pack();
            WriteNuGetConfig();
            CutOff();
        }
        catch
        {
            Dispose();   // xunit disposes only what was constructed
            throw;
        }
    }

    /// <summary>Of all five packages.</summary>
    public string Version { get; }

    /// <summary>The folder that holds the nupkg files.</summary>
    public string Folder { get; }

    /// <summary>The NuGet cache that holds TrainSdk.* of this run and whatever the machine's cache lacked.</summary>
    public string GlobalPackages => Path.Combine(_root, "packages");

    /// <summary>The machine's NuGet cache, read and never written; it can also serve as a package source.</summary>
    public string MachinePackages { get; } = FindMachinePackages();

    /// <summary>Where builds keep the native files that they link to: one copy for all projects of the run.</summary>
    public string NativeStore => Path.Combine(_root, "natives");

    /// <summary>A new empty folder that sees the feed and nothing of the repository.</summary>
    public SandboxFolder NewFolder(string name = "work")
    {
        var number = Interlocked.Increment(ref _projects).ToString(CultureInfo.InvariantCulture);
        return new SandboxFolder(this, Directory.CreateDirectory(Path.Combine(_root, "w" + number, name)).FullName);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        BuildServers.ShutDown();
        Directory.Delete(_root, recursive: true);
    }

    private void Pack()
        => new Command().WithServers().Run(
            Repository.Root, "dotnet", "build", "src/Packages.proj", "-v", "q", "--nologo", $"-p:Version={Version}",
            "--artifacts-path", Path.Combine(_root, "artifacts"), $"-p:PackageOutputPath={Folder}").MustBeClean();

    /// <summary>Whatever lies above the temporary folder does not reach into the sandbox.</summary>
    private void CutOff()
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(_root, name), "<Project />");
        }

        File.WriteAllText(Path.Combine(_root, ".editorconfig"), "root = true");
    }

    private static string FindMachinePackages()
    {
        const string prefix = "global-packages: ";
        var answer = new Command().Run(Repository.Root, "dotnet", "nuget", "locals", "global-packages", "--list").MustExit(0).Output;
        return answer.Split('\n').Single(line => line.StartsWith(prefix, StringComparison.Ordinal))[prefix.Length..].Trim();
    }

    private void WriteNuGetConfig()
        => File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{GlobalPackages}" /></config>
              <fallbackPackageFolders><clear /><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
              <packageSources><add key="packed" value="{Folder}" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """);
}
