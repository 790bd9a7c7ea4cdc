using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Packages;

/// <summary>
/// A repository with rules: versions are managed centrally (for a web project that uses the runtime, too) and may not be overridden,
/// lock files are checked, every package comes from the source that it is mapped to, and a warning fails the build.
/// </summary>
[Collection(PackagesCollection.Name)]
public sealed class CompanyRepositoryTests(PackedFeed feed)
{
    [Fact]
    public void A_model_project_restores_locked_and_builds_without_a_warning()
    {
        var company = Company();

        company.Dotnet("restore", "Model").MustBeClean();
        var locked = company.Read("Model/packages.lock.json");
        company.Dotnet("restore", "Model", "--locked-mode", "--force").MustBeClean();
        company.Dotnet("build", "Model", "--no-restore").MustBeClean();

        Assert.Equal(locked, company.Read("Model/packages.lock.json"));
        Assert.Contains("\"TrainSdk.Generators\": {", locked);
        Assert.Contains($"\"requested\": \"[{feed.Version}, )\"", locked);
        Assert.Contains("\"libtorch-cpu-", locked);
    }

    [Fact]
    public void A_lock_file_of_other_versions_is_noticed()
    {
        var company = Company();
        company.Dotnet("restore", "Model").MustBeClean();
        company.Write("Model/packages.lock.json", company.Read("Model/packages.lock.json").Replace(feed.Version, "0.0.9"));

        company.Dotnet("restore", "Model", "--locked-mode", "--force").MustFailWith("NU1004");
    }

    private SandboxFolder Company()
        => feed.NewFolder()
            .Write("Directory.Build.props", """
                <Project>
                  <PropertyGroup>
                    <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                  </PropertyGroup>
                </Project>
                """)
            .Write("Directory.Packages.props", """
                <Project>
                  <PropertyGroup>
                    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                    <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
                    <CentralPackageVersionOverrideEnabled>false</CentralPackageVersionOverrideEnabled>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageVersion Include="TrainSdk.Runtime" Version="{version}" />
                    <PackageVersion Include="libtorch-cpu-linux-x64" Version="2.10.0" />
                    <PackageVersion Include="CsvHelper" Version="34.0.0" />
                  </ItemGroup>
                </Project>
                """)
            .Write("nuget.config", $"""
                <configuration>
                  <packageSources>
                    <clear />
                    <add key="ours" value="{feed.Folder}" />
                    <add key="public" value="{feed.MachinePackages}" />
                  </packageSources>
                  <packageSourceMapping>
                    <clear />
                    <packageSource key="ours"><package pattern="TrainSdk" /><package pattern="TrainSdk.*" /></packageSource>
                    <packageSource key="public"><package pattern="*" /></packageSource>
                  </packageSourceMapping>
                </configuration>
                """)
            .Write("Model/Model.csproj", """
                <Project Sdk="TrainSdk/{version}">
                  <ItemGroup>
                    <PackageReference Include="CsvHelper" />
                  </ItemGroup>
                </Project>
                """)
            .Write("Model/Program.cs", "Console.WriteLine(\"built\");\n")
            .WriteModel("Net", "Model/Net.cs");
}
