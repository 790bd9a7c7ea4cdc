using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Native;

/// <summary>
/// A project that only uses the runtime (a web service, a worker) is told by name that its target has no libtorch, in place of
/// what NuGet or the loader would say.
/// </summary>
[Collection(PackagesCollection.Name)]
public sealed class RidCheckTests(RidCheckTests.Library library) : IClassFixture<RidCheckTests.Library>
{
    [Theory]
    [InlineData("linux-musl-x64", "TRAIN9001", "Alpine")]
    [InlineData("linux-musl-arm64", "TRAIN9001", "Alpine")]
    [InlineData("linux-arm64", "TRAIN9002", "--platform linux/amd64")]
    [InlineData("win-arm64", "TRAIN9003", "-r win-x64")]
    [InlineData("osx-x64", "TRAIN9004", "osx-arm64")]
    [InlineData("win-x86", "TRAIN9006", "'win-x86'")]
    [InlineData("linux", "TRAIN9006", "'linux'")]
    public void A_platform_without_libtorch_fails_by_name_with_the_way_out(string rid, string error, string wayOut)
    {
        var result = library.Build($"-p:RuntimeIdentifier={rid}").MustFailWith(error);

        Assert.Contains(wayOut, result.Output);
        Assert.DoesNotContain("NETSDK", result.Output);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "diagnostics", error + ".md")));
    }

    [Theory]
    [InlineData("-p:TrainBackend=cuda")]
    [InlineData("-p:TorchSharpCudaPackage=true")]
    public void Cuda_on_a_mac_fails_by_name(string cuda)
        => library.Build("-p:RuntimeIdentifier=osx-arm64", cuda).MustFailWith("TRAIN9005");

    [Theory]
    [InlineData("-p:RuntimeIdentifier=linux-x64")]
    [InlineData("-p:RuntimeIdentifier=win-x64", "-p:TrainBackend=cuda")]
    [InlineData("-p:RuntimeIdentifier=osx-arm64")]
    [InlineData("-p:RuntimeIdentifier=linux-arm64", "-p:TrainSkipRidCheck=true")]
    [InlineData("-p:RuntimeIdentifier=linux-arm64", "-p:TrainBackend=none")]
    public void A_supported_platform_or_a_declined_check_passes(params string[] properties)
        => library.Check(properties).MustExit(0);

    /// <summary>A class library: building it for any platform takes no apphost package. Restored once, for no platform.</summary>
    public sealed class Library
    {
        private readonly SandboxFolder _folder;

        public Library(PackedFeed feed)
        {
            _folder = feed.NewFolder("library").Write("Library.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="TrainSdk.Runtime" Version="{version}" />
                  </ItemGroup>
                </Project>
                """);
            _folder.Dotnet("restore").MustBeClean();
        }

        public CommandResult Build(params string[] properties) => _folder.Dotnet(["build", "--no-restore", .. properties]);

        public CommandResult Check(params string[] properties) => _folder.Dotnet(["msbuild", "-t:TrainCheckRid", .. properties]);
    }
}
