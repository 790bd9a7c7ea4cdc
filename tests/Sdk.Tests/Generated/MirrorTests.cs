using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Generated;

/// <summary>The visible folder follows the generator through builds of a real project.</summary>
[Collection(PackagesCollection.Name)]
public sealed class MirrorTests(PackedFeed feed)
{
    private const string Loop = "Generated/Net.Training.g.cs";

    [Fact]
    public void The_folder_is_committed_text_that_a_second_build_leaves_alone()
    {
        var project = feed.NewFolder().WriteProject().WriteModel("Net").Write(".gitignore", "bin/\nobj/\n");
        project.Dotnet("build").MustBeClean();
        Git(project, "init", "-q");
        Git(project, "-c", "core.autocrlf=false", "add", ".");
        var bytes = File.ReadAllBytes(project[Loop]);
        var written = File.GetLastWriteTimeUtc(project[Loop]);

        project.Dotnet("build", "--no-incremental").MustBeClean();

        Git(project, "diff", "--exit-code", "Generated");
        Assert.Equal(written, File.GetLastWriteTimeUtc(project[Loop]));
        Assert.False(bytes is [0xEF, 0xBB, 0xBF, ..], "byte order mark");
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.DoesNotContain("TrainSdk.Manifest.g.cs", Names(project));
    }

    [Fact]
    public void A_build_without_a_compilation_restores_a_deleted_file()
    {
        var project = feed.NewFolder().WriteProject().WriteModel("Net");
        project.Dotnet("build").MustBeClean();
        var loop = project.Read(Loop);
        var compiled = File.GetLastWriteTimeUtc(project["obj/Debug/net10.0/App.dll"]);
        File.Delete(project[Loop]);

        project.Dotnet("build").MustBeClean();

        Assert.Equal(loop, project.Read(Loop));
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(project["obj/Debug/net10.0/App.dll"]));
    }

    [Fact]
    public void What_a_model_no_longer_generates_disappears_and_the_users_file_stays()
    {
        var project = feed.NewFolder().WriteProject()
            .WriteModel("Net").WriteModel("Deleted").WriteModel("Plain").WriteModel("Before", "Renamed.cs");
        project.Dotnet("build").MustBeClean();
        Assert.Equal(["Before", "Deleted", "Net", "Plain"], Models(project));

        File.Delete(project["Deleted.cs"]);
        project.WriteModel("Plain", attributes: "// no longer trained").WriteModel("After", "Renamed.cs");
        project.Write("Generated/Mine.cs", "class Net;");
        var second = project.Dotnet("build").MustExit(0);

        Assert.Contains("warning TRAIN9023", second.Output);
        Assert.Equal("class Net;", project.Read("Generated/Mine.cs"));
        Assert.Equal(["After", "Mine", "Net"], Models(project));
    }

    [Fact]
    public void A_folder_of_another_name_is_seen_and_not_compiled()
    {
        var project = feed.NewFolder().WriteModel("Net")
            .WriteProject("<PropertyGroup><TrainGeneratedFolder>Loops/Written</TrainGeneratedFolder></PropertyGroup>");
        project.Dotnet("build").MustBeClean();
        project.Dotnet("build", "--no-incremental").MustBeClean();   // would meet every member twice

        Assert.False(Directory.Exists(project["Generated"]));
        Assert.Contains("Loops/Written/Net.Training.g.cs", project.Evaluate("-getItem:None"));
        Assert.DoesNotContain("Written", project.Evaluate("-getItem:Compile"));
    }

    [Fact]
    public void An_ide_asking_for_the_compiler_arguments_writes_nothing()
    {
        var project = feed.NewFolder().WriteProject().WriteModel("Net");
        project.Dotnet("restore").MustBeClean();

        project.Dotnet(
            "msbuild", "-t:Compile;CoreCompile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true").MustBeClean();

        Assert.False(Directory.Exists(project["Generated"]));
    }

    [Fact]
    public void A_lost_manifest_makes_the_compiler_run_again()
    {
        var project = feed.NewFolder().WriteProject().WriteModel("Net");
        project.Dotnet("build").MustBeClean();
        Directory.Delete(project["obj/Debug/net10.0/generated"], recursive: true);
        File.Delete(project[Loop]);

        project.Dotnet("build").MustBeClean();

        Assert.True(project.Has(Loop));
    }

    [Fact]
    public void A_generator_that_does_not_run_is_an_error()
        => feed.NewFolder().WriteModel("Net")
            .WriteProject("""
                <Target Name="LoseGenerator" BeforeTargets="CoreCompile">
                  <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'TrainSdk.Generators'" /></ItemGroup>
                </Target>
                """)
            .Dotnet("build").MustFailWith("TRAIN9024");

    private static void Git(SandboxFolder project, params string[] arguments) => project.Run("git", arguments).MustExit(0);

    private static IEnumerable<string> Models(SandboxFolder project)
        => Names(project).Select(name => name.Split('.')[0]).Distinct().Order();

    private static HashSet<string> Names(SandboxFolder project)
        => [.. Directory.GetFiles(project["Generated"]).Select(file => Path.GetFileName(file))];
}
