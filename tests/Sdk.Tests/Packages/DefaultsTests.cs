using System.Text.Json;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Packages;

[Collection(PackagesCollection.Name)]
public sealed class DefaultsTests(PackedFeed feed)
{
    private const string Properties = "OutputType,TargetFramework,Nullable,ImplicitUsings,TrainBackend,TieredPGO,"
        + "ServerGarbageCollector,ConcurrentGarbageCollection";

    [Fact]
    public void A_project_without_a_body_has_them()
        => Assert.Equal(
            ["Exe", "net10.0", "enable", "enable", "cpu", "true", "false", "false"],
            Values("""<Project Sdk="TrainSdk/{version}" />"""));

    [Fact]
    public void The_project_body_overrides_every_one()
        => Assert.Equal(
            ["Library", "net10.0-windows", "disable", "disable", "none", "false", "true", "true"],
            Values("""
                <Project Sdk="TrainSdk/{version}">
                  <PropertyGroup>
                    <OutputType>Library</OutputType>
                    <TargetFramework>net10.0-windows</TargetFramework>
                    <Nullable>disable</Nullable>
                    <ImplicitUsings>disable</ImplicitUsings>
                    <TrainBackend>none</TrainBackend>
                    <TieredPGO>false</TieredPGO>
                    <ServerGarbageCollector>true</ServerGarbageCollector>
                    <ConcurrentGarbageCollection>true</ConcurrentGarbageCollection>
                  </PropertyGroup>
                </Project>
                """));

    [Fact]
    public void Runs_land_beside_the_project()
    {
        var project = feed.NewFolder().Write("App.csproj", """<Project Sdk="TrainSdk/{version}" />""");

        Assert.Equal(project.Path, project.Evaluate("-getProperty:RunWorkingDirectory").Trim());
    }

    [Theory]
    [InlineData("-p:PublishTrimmed=true")]
    [InlineData("-p:PublishAot=true")]
    public void Trimming_keeps_what_is_found_by_reflection(string property)
    {
        var project = feed.NewFolder().Write("App.csproj", """<Project Sdk="TrainSdk/{version}" />""");

        HashSet<string> kept = ["TorchSharp", "TrainSdk.Runtime", "App"];
        Assert.Superset(kept, Roots(project, property));
        Assert.DoesNotContain("TorchSharp", Roots(project));
    }

    private string[] Values(string content)
    {
        var project = feed.NewFolder().Write("App.csproj", content);
        using var answer = JsonDocument.Parse(project.Evaluate($"-getProperty:{Properties}"));
        return [.. Properties.Split(',').Select(name => answer.RootElement.GetProperty("Properties").GetProperty(name).GetString()!)];
    }

    private static HashSet<string> Roots(SandboxFolder project, params string[] properties)
    {
        const string item = "TrimmerRootAssembly";
        using var answer = JsonDocument.Parse(project.Evaluate([$"-getItem:{item}", .. properties]));
        var roots = answer.RootElement.GetProperty("Items").GetProperty(item).EnumerateArray();
        return [.. roots.Select(root => root.GetProperty("Identity").GetString()!)];
    }
}
