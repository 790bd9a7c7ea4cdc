using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Quickstart;

/// <summary><c>dotnet run quickstart.cs</c> in a copy of the clone, on a machine that maps packages to sources.</summary>
[Collection(PackagesCollection.Name)]
public sealed class QuickstartTests(PackedFeed feed)
{
    private const string Project = "artifacts/quickstart/My.Wine";

    [Fact]
    public void Goes_from_a_clone_to_a_trained_model_and_spares_what_was_edited()
    {
        var clone = Clone();

        var first = Quickstart(clone, "--task", "tabular", "--name", "My.Wine").MustBeClean();

        Assert.Matches(@"(?m)^test accuracy \d", first.Output);
        Assert.Matches(@"(?m)^run \S+", first.Output);
        Assert.Contains($"the loop    {Project}/Generated/MyWine.Training.g.cs", first.Output.Replace('\\', '/'));
        Assert.Contains("pattern=\"TrainSdk.*\"", clone.Read(Project + "/nuget.config"));
        Assert.Equal("<Project />", clone.Read("artifacts/quickstart/Directory.Build.props").Trim());

        clone.Write(Project + "/MyWine.cs", clone.Read(Project + "/MyWine.cs") + "// mine\n");
        var second = Quickstart(clone, "--task", "tabular", "--name", "My.Wine").MustExit(1);

        Assert.Contains("holds files that this command did not write", second.Output);
        Assert.EndsWith("// mine\n", clone.Read(Project + "/MyWine.cs"));
    }

    [Fact]
    public void Wrong_use_is_one_line()
    {
        var folder = feed.NewFolder();
        foreach (var file in new[] { "quickstart.cs", "Directory.Build.props", "Directory.Packages.props" })
        {
            File.Copy(Path.Combine(Repository.Root, file), folder[file]);
        }

        Assert.All<(string Message, string[] Options)>(
            [
                ("--task is 'audio'", ["--task", "audio"]),
                ("unknown option '--nmae'", ["--nmae", "X"]),
                ("--name needs a value", ["--name"]),
                ("--name 'a/b' cannot be", ["--name", "a/b"]),
            ],
            wrong =>
            {
                var output = Quickstart(folder, wrong.Options).MustExit(1).Output.Trim();
                Assert.StartsWith("quickstart: " + wrong.Message, output);
                Assert.Single(output.Split('\n'));
            });
    }

    private SandboxFolder Clone()
    {
        var clone = feed.NewFolder("clone");
        var files = new Command().Run(Repository.Root, "git", "ls-files", "--cached", "--others", "--exclude-standard").MustExit(0).Output;
        var existing = files.Split('\n', StringSplitOptions.TrimEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file)));
        foreach (var file in existing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(clone[file])!);
            File.Copy(Path.Combine(Repository.Root, file), clone[file]);
        }

        return clone.Write("../nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="public" value="{feed.MachinePackages}" /></packageSources>
              <packageSourceMapping><clear /><packageSource key="public"><package pattern="*" /></packageSource></packageSourceMapping>
            </configuration>
            """);
    }

    private static CommandResult Quickstart(SandboxFolder clone, params string[] options)
        => clone.Dotnet(["run", "quickstart.cs", "--", .. options]);
}
