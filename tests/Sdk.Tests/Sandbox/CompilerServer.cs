using System.Globalization;

namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>A compiler server for this test run alone: it halves the time of a small build, and is gone at the end.</summary>
internal static class CompilerServer
{
    /// <summary>The MSBuild property that chooses the server.</summary>
    public const string Property = "SharedCompilationId";

    public static string Id { get; } = "trainsdk-tests-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    public static void ShutDown()
    {
        var folder = new Command().Run(Repository.Root, "dotnet", "msbuild", "src/Sdk/TrainSdk.csproj", "-getProperty:RoslynTargetsPath");
        var server = Path.Combine(folder.MustExit(0).Output.Trim(), "bincore", "VBCSCompiler.dll");
        new Command().Run(Repository.Root, "dotnet", server, "-shutdown", $"-pipename:{Id}");
    }
}
