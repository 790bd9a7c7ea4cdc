using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Native;

/// <summary>A fact that publishes with the .NET runtime inside: skipped, with the reason, where its packages cannot be restored.</summary>
public sealed class RuntimePackFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(Probe);

    public RuntimePackFactAttribute() => Skip = Missing.Value;

    private static string? Probe()
    {
        var folder = Directory.CreateTempSubdirectory("trainsdk-packs-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Probe.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <RuntimeIdentifier>{ModelSolution.Rid}</RuntimeIdentifier>
                    <SelfContained>true</SelfContained>
                  </PropertyGroup>
                </Project>
                """);
            var restore = new Command().Run(folder, "dotnet", "restore");
            return restore.ExitCode == 0 ? null : $"the .NET runtime packs cannot be restored: {restore.Output.ReplaceLineEndings(" ")}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
