using System.Text.Json;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Packages;

/// <summary>Which packages a project gets, by evaluation: nothing is restored, so the CUDA packages need not exist here.</summary>
[Collection(PackagesCollection.Name)]
public sealed class BackendTests(PackedFeed feed)
{
    private const string TorchSharp = "0.107.0";
    private const string LibTorch = "2.10.0";

    [Theory]
    [InlineData("cpu", "linux-x64", "libtorch-cpu-linux-x64", LibTorch)]
    [InlineData("cpu", "win-x64", "libtorch-cpu-win-x64", LibTorch)]
    [InlineData("cpu", "osx-arm64", "libtorch-cpu-osx-arm64", LibTorch)]
    [InlineData("cuda", "linux-x64", "TorchSharp-cuda-linux", TorchSharp)]
    [InlineData("cuda", "win-x64", "TorchSharp-cuda-windows", TorchSharp)]
    [InlineData("none", "linux-x64", null, null)]
    public void Libtorch_follows_backend_and_platform(string backend, string rid, string? package, string? version)
    {
        var project = feed.NewFolder().Write("App.csproj", """<Project Sdk="TrainSdk/{version}" />""");

        var references = PackageReferences(project, $"-p:TrainBackend={backend}", $"-p:RuntimeIdentifier={rid}");

        Dictionary<string, string> expected = new() { ["TrainSdk.Runtime"] = feed.Version, ["TrainSdk.Generators"] = feed.Version };
        if (package is not null)
        {
            expected[package] = version!;
        }

        Assert.Equal(expected.OrderBy(pair => pair.Key), references.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Cpu_and_the_building_machine_are_the_defaults()
    {
        var project = feed.NewFolder().Write("App.csproj", """<Project Sdk="TrainSdk/{version}" />""");
        var rid = project.Evaluate("-getProperty:NETCoreSdkPortableRuntimeIdentifier").Trim();

        Assert.Contains($"libtorch-cpu-{rid}", PackageReferences(project).Keys);
    }

    [Theory]
    [InlineData("TRAIN9020", "-p:TrainBackend=tpu")]
    [InlineData("TRAIN9001", "-p:RuntimeIdentifier=linux-musl-x64")]
    [InlineData("TRAIN9002", "-p:RuntimeIdentifier=linux-arm64")]
    [InlineData("TRAIN9005", "-p:TrainBackend=cuda", "-p:RuntimeIdentifier=osx-arm64")]
    [InlineData("TRAIN9021", "-p:TrainGeneratedFolder=.")]
    [InlineData("TRAIN9022", "-p:TargetFramework=net8.0")]
    public void What_cannot_work_fails_restore_by_name(string error, params string[] properties)
        => feed.NewFolder()
            .Write("App.csproj", """<Project Sdk="TrainSdk/{version}" />""")
            .Dotnet(["restore", .. properties]).MustFailWith(error);

    private static Dictionary<string, string> PackageReferences(SandboxFolder project, params string[] properties)
    {
        using var answer = JsonDocument.Parse(project.Evaluate(["-getItem:PackageReference", .. properties]));
        return answer.RootElement.GetProperty("Items").GetProperty("PackageReference").EnumerateArray()
            .ToDictionary(item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Version").GetString()!);
    }
}
