using System.Globalization;

namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>
/// A build server and a compiler server for this test run alone. They keep warm what each build would start and read anew, which is most of
/// a small build's time. Whoever uses them shuts them down.
/// </summary>
internal static class BuildServers
{
    private static readonly string Id = "trainsdk-tests-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Has a command use them, where no other command finds them.</summary>
    public static Command WithServers(this Command command) => command
        .With("DOTNET_CLI_USE_MSBUILD_SERVER", "1")
        .With("MSBUILDDISABLENODEREUSE", "0")
        .With("MSBUILDNODEHANDSHAKESALT", Id)
        .With("UseSharedCompilation", "true")
        .With("SharedCompilationId", Id);

    public static void ShutDown()
    {
        var folder = new Command().Run(Repository.Root, "dotnet", "msbuild", "src/Sdk/TrainSdk.csproj", "-getProperty:RoslynTargetsPath");
        var compiler = Path.Combine(folder.MustExit(0).Output.Trim(), "bincore", "VBCSCompiler.dll");
        new Command().Run(Repository.Root, "dotnet", compiler, "-shutdown", $"-pipename:{Id}");
        new Command().WithServers().Run(Repository.Root, "dotnet", "build-server", "shutdown", "--msbuild");
    }
}
