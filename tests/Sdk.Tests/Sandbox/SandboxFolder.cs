namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>A folder outside the repository whose projects restore the packed packages. Paths are relative to it.</summary>
public sealed class SandboxFolder(PackedFeed feed, string path)
{
    public string Path { get; } = path;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file; <c>{version}</c> in it becomes the packed version.</summary>
    public SandboxFolder Write(string relative, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], content.Replace("{version}", feed.Version));
        return this;
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    public bool Has(string relative) => File.Exists(this[relative]);

    public CommandResult Dotnet(params string[] arguments) => Run("dotnet", arguments);

    public CommandResult Run(string program, params string[] arguments)
        => NewCommand().Run(Path, program, arguments);

    /// <summary>A command to which a test may add variables.</summary>
    public Command NewCommand() => new Command().WithServers().With("TrainNativeStore", feed.NativeStore);

    /// <summary>What the project evaluates to, without restore or build: <c>dotnet msbuild -getItem</c> and <c>-getProperty</c>.</summary>
    public string Evaluate(params string[] arguments) => Dotnet(["msbuild", .. arguments]).MustExit(0).Output;
}
