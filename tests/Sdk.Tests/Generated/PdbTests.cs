using System.Reflection.Metadata;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Generated;

/// <summary>A breakpoint in the visible file is hit: the PDB names that file, with its checksum.</summary>
[Collection(PackagesCollection.Name)]
public sealed class PdbTests(PackedFeed feed)
{
    private const string Loop = "Generated/Net.Training.g.cs";

    [Fact]
    public void Names_the_visible_file()
    {
        var project = Build();

        AssertNames(project, project[Loop], "bin/Debug/net10.0/App.pdb");
    }

    [Fact]
    public void Follows_the_users_own_path_map()
    {
        var project = Build("-p:PathMap={0}=/mapped/app");

        AssertNames(project, "/mapped/app/" + Loop, "bin/Debug/net10.0/App.pdb");
    }

    [Fact]
    public void Follows_the_source_roots_of_a_continuous_integration_build()
    {
        var project = Build("-p:ContinuousIntegrationBuild=true");

        AssertNames(project, "/_*/" + Loop, "bin/Debug/net10.0/App.pdb");   // /_/, or /_2/ after the package caches
    }

    [Fact]
    public void Does_not_depend_on_where_intermediate_files_lie()
    {
        var project = Build("-p:UseArtifactsOutput=true", "-p:ArtifactsPath={0}/elsewhere");

        AssertNames(project, project[Loop], "elsewhere/bin/App/debug/App.pdb");
    }

    private SandboxFolder Build(params string[] properties)
    {
        var project = feed.NewFolder().WriteModel("Net")
            .WriteProject("""<ItemGroup><SourceRoot Include="$(MSBuildProjectDirectory)/" /></ItemGroup>""");
        project.Dotnet(["build", .. properties.Select(property => property.Replace("{0}", project.Path))]).MustBeClean();
        return project;
    }

    private static void AssertNames(SandboxFolder project, string expected, string pdb)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(project[pdb]));
        var reader = provider.GetMetadataReader();
        var documents = reader.Documents.Select(reader.GetDocument).ToDictionary(document => reader.GetString(document.Name));

        var pattern = "^" + Regex.Escape(expected).Replace("\\*", "[0-9]*") + "$";
        var loop = documents.Where(document => Regex.IsMatch(document.Key, pattern)).ToArray();

        Assert.True(loop.Length == 1, $"{expected} is not among:\n{string.Join('\n', documents.Keys)}");
        Assert.Equal(SHA256.HashData(File.ReadAllBytes(project[Loop])), reader.GetBlobBytes(loop[0].Value.Hash));
    }
}
