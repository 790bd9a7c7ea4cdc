using System.Text.RegularExpressions;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Eject;

/// <summary>A loop becomes source of its project, by the packed SDK, and goes back.</summary>
[Collection(PackagesCollection.Name)]
public sealed partial class EjectTests(PackedFeed feed)
{
    private const string Generated = "Generated/Net.Training.g.cs";
    private const string Own = "Models/Net.Training.cs";

    [Fact]
    public void A_loop_comes_and_goes()
    {
        var project = feed.NewFolder().WriteProject("<PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>")
            .WriteModel("Net", "Models/Net.cs", "[Hyperparams(Epochs = 2), AdamW, ClipGradNorm]").WriteModel("Other")
            .Write(".editorconfig", "[*.cs]\nindent_style = tab\nend_of_line = crlf\n")
            .Write(Own, "// somebody else's\n");

        project.Dotnet("build", "-p:TrainEject=Net").MustFailWith("TRAIN9026");
        Assert.Equal("// somebody else's\n", project.Read(Own));
        File.Delete(project[Own]);
        project.Dotnet("build").MustBeClean();
        var loop = project.Read(Generated);

        Assert.Contains($"Ejected {project[Own]}", project.Dotnet("build", "-p:TrainEject=Net").MustBeClean().Output);
        Assert.StartsWith("#nullable enable\r\n\r\nusing ", project.Read(Own));
        Assert.Contains("\r\n\t[TrainingLoop(\"0.1.0\", \"Hyperparams\", \"AdamW\", \"ClipGradNorm\")]\r\n", project.Read(Own));
        Assert.False(project.Has(Generated));
        Assert.True(project.Has("Generated/Net.Schedule.g.cs"));
        project.Dotnet("build").MustBeClean();
        Assert.False(project.Has(Generated));

        var ejected = project.Read(Own);
        project.Dotnet("build", "-p:TrainEject=Net").MustFailWith("TRAIN9026");
        Assert.Contains("did you mean 'Other'?", project.Dotnet("build", "-p:TrainEject=Othre").MustFailWith("TRAIN9025").Output);
        Assert.Equal(ejected, project.Read(Own));

        File.Delete(project[Own]);
        project.Dotnet("build").MustBeClean();
        Assert.Equal(loop, project.Read(Generated));
    }

    [Theory]
    [InlineData("Net", "Net.Training.cs")]
    [InlineData("Net/all", "Net.CommandLine.cs,Net.Hooks.cs,Net.Hyperparameters.cs,Net.Members.cs,Net.Schedule.cs,Net.Training.cs")]
    public void The_project_then_builds_without_sdk_and_generator(string name, string expected)
    {
        var project = feed.NewFolder().WriteProject()
            .WriteModel("Net", attributes: "[Hyperparams(Epochs = 2), AdamW, Warmup(1), Cosine]");
        project.Dotnet("build", $"-p:TrainEject={name}").MustBeClean();
        Assert.Equal(
            expected.Split(','), Directory.GetFiles(project.Path, "Net.*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "eject.md"));
        project.Write("App.csproj", Project().Match(page).Value.Replace("x.y.z", "{version}"));
        Directory.Delete(project["obj"], recursive: true);

        project.Dotnet("build", "-p:TreatWarningsAsErrors=true").MustBeClean();
    }

    [GeneratedRegex("<Project Sdk=\"Microsoft.NET.Sdk\">.*?</Project>", RegexOptions.Singleline)]
    private static partial Regex Project();
}
