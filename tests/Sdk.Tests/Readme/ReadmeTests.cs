using TrainSdk.Sdk.Tests.Sandbox;
using TrainSdk.Sdk.Tests.Templates;

namespace TrainSdk.Sdk.Tests.Readme;

/// <summary>README.md tells the truth: its excerpts are the created project's, its commands run, its tables are complete.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ReadmeTests(PackedFeed feed)
{
    [Fact]
    public void Excerpts_and_commands_are_the_created_projects()
    {
        var project = feed.NewProject();
        project.Dotnet("build").MustBeClean();

        Assert.Equal(3, ReadmeFile.Excerpts.Count);
        Assert.All(ReadmeFile.Excerpts, excerpt => Assert.Contains(Flush(excerpt.Code), Flush(project.Read(excerpt.File))));

        project.Write("rows.csv", string.Join(',', Enumerable.Repeat("1", 64)) + "\n");
        Assert.Equal(13, ReadmeFile.AppCommands.Count);
        Assert.All(ReadmeFile.AppCommands, arguments => project.Dotnet(["run", "--no-build", "--", .. arguments, .. Short(arguments)]).MustExit(0));
    }

    [Fact]
    public void The_tables_hold_every_attribute() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Runtime", "Features"), "*Attribute.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file)[..^"Attribute.cs".Length]).Order(StringComparer.Ordinal),
        ReadmeFile.Attributes.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_link_leads_somewhere()
        => Assert.All(ReadmeFile.Links, link => Assert.True(Path.Exists(Path.Combine(Repository.Root, link)), $"README.md links to {link}"));

    /// <summary>Training commands are run for one epoch, and for a second where they go on; a sweep has two trials.</summary>
    private static string[] Short(string[] arguments) =>
        arguments is ["sweep", ..] ? ["--trials", "2", "--epochs", "1", "--threads", "1"] :
        arguments is ["resume", ..] ? ["--epochs", "2", "--threads", "1"] :
        arguments.Length == 0 || arguments[0] is "check" or "find" || arguments[0].StartsWith("--", StringComparison.Ordinal) ? ["--epochs", "1", "--threads", "1"] : [];

    /// <summary>Without indentation: an excerpt starts at the left margin.</summary>
    private static string Flush(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim();
}
