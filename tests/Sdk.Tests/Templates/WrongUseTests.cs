using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Templates;

/// <summary>What a trained program says to wrong options and wrong weights: one line and exit code 1, in the real program.</summary>
[Collection(PackagesCollection.Name)]
public sealed class WrongUseTests(PackedFeed feed)
{
    private static readonly string[] Train = ["--epochs", "1", "--warmup", "10%", "--run-dir", "run"];

    [Fact]
    public void Wrong_options_and_wrong_weights_are_one_line_each()
    {
        var project = feed.NewProject();
        project.Dotnet("build").MustBeClean();

        Refuses(project, "did you mean '--lr'?", "--lrr", "1");
        Refuses(project, "'0,5' is not a number", "--lr", "0,5");
        Refuses(project, "must be greater than 0", "--lr", "0");
        Refuses(project, "must be greater than 0", "--lr", "NaN");
        Refuses(project, "is larger than the training split", "--batch-size", "5000");
        Refuses(project, "there is no run in", "evaluate");

        App(project, Train).MustExit(0);
        Refuses(project, "already holds a run", Train);
        Refuses(project, "expected 64 numbers", "predict", "1,2,3", "--run", "run");

        project.Write("MyModel.cs", project.Read("MyModel.cs").Replace("Linear(width, 10)", "Linear(width, 12)"));
        project.Dotnet("build").MustBeClean();
        Refuses(project, "[10, 32] in the file and [12, 32]", "evaluate", "run");

        project.Write("run/checkpoints/best.safetensors", "not weights");
        Refuses(project, "best.safetensors", "evaluate", "run");
    }

    [Fact]
    public void A_german_machine_reads_numbers_as_they_are_written()
    {
        var project = feed.NewProject();
        project.Dotnet("build").MustBeClean();
        string[] arguments = ["run", "--no-build", "--", "schedule", "--lr", "0.001", "--steps-per-epoch", "2", "--csv"];

        var german = project.NewCommand().With("LANG", "de_DE.UTF-8").With("LC_ALL", "de_DE.UTF-8").Run(project.Path, "dotnet", arguments).MustExit(0);

        Assert.StartsWith("step,lr\n0,0.0001\n1,0.0002\n", german.Output.ReplaceLineEndings("\n"));
    }

    private static CommandResult App(SandboxFolder project, params string[] arguments) =>
        project.Dotnet(["run", "--no-build", "--", .. arguments, .. arguments[0].StartsWith('-') ? ["--threads", "1"] : Array.Empty<string>()]);

    private static void Refuses(SandboxFolder project, string words, params string[] arguments)
    {
        var output = App(project, arguments).MustExit(1).Output;

        var error = Assert.Single(output.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Contains(words, error);
        Assert.DoesNotContain("   at ", output);
    }
}
