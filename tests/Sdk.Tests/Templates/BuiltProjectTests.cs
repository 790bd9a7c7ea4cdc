using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>Created projects build without a warning where warnings are errors, and their own tests hold.</summary>
[Collection(PackagesCollection.Name)]
public sealed class BuiltProjectTests(PackedFeed feed)
{
    private const string Loop = "Generated/MyModel.Training.g.cs";
    private const string Snapshot = "My.Model.Tests/_snapshots/MyModel.Training";

    [Theory]
    [InlineData("My.Model", "image")]
    [InlineData("my-model", "tabular")]
    [InlineData("2fast", "image")]
    [InlineData("class", "tabular")]
    [InlineData("Digits", "image")]
    [InlineData("Words", "text")]
    public void Builds_where_warnings_are_errors(string name, string task)
        => feed.NewProject(name, "--task", task).Dotnet("build", "-p:TreatWarningsAsErrors=true").MustBeClean();

    [Theory]
    [InlineData("image")]
    [InlineData("tabular")]
    [InlineData("text")]
    public void Its_own_tests_pass_and_notice_a_changed_loop(string task)
    {
        var project = feed.NewProject("My.Model", "--task", task, "--tests");

        project.Dotnet("build", "-p:TreatWarningsAsErrors=true").MustBeClean();
        project.Dotnet("test", "--no-build").MustBeClean();
        Assert.Equal(project.Read(Loop), project.Read(Snapshot + ".verified.cs"));

        project.Write("MyModel.cs", project.Read("MyModel.cs").Replace(", ClipGradNorm(1.0)", ""));
        project.Dotnet("build").MustExit(0);
        var changed = project.Dotnet("test", "--no-build");

        Assert.NotEqual(0, changed.ExitCode);
        Assert.Contains("the generated code is not what", changed.Output);
        Assert.Equal(project.Read(Loop), project.Read(Snapshot + ".received.cs"));
    }

    [Fact]
    public void Run_finds_the_model_project_beside_its_tests_and_its_solution()
        => Assert.Contains("libtorch", feed.NewProject("My.Model", "--tests").Dotnet("run", "--", "info").MustExit(0).Output);

    [Fact]
    public void A_snapshot_that_was_not_committed_fails_where_nobody_can_accept_it()
    {
        var project = feed.NewProject("MyModel", "--task", "tabular", "--tests");

        var test = project.NewCommand().With("CI", "true").Run(project.Path, "dotnet", "test", "--filter", "LoopTests");

        Assert.NotEqual(0, test.ExitCode);
        Assert.Contains("commit the verified file", test.Output);
        Assert.DoesNotContain(project.Files(), file => file.Contains("_snapshots"));
    }
}
