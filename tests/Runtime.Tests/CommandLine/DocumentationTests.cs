using TrainSdk.CommandLine;
using TrainSdk.Rules;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary>What <c>docs/command-line.md</c> repeats is what the source says.</summary>
public sealed class DocumentationTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Docs", "command-line.md"));

    [Fact]
    public void ThePageListsTheSettingsOfTheCatalog() => Assert.Equal(
        SettingCatalog.All.Select(static info => $"| `{SettingName.Option(info.Name)}` | {info.Group} | {info.Help} |"),
        Page.Where(static line => line.StartsWith("| `--", StringComparison.Ordinal)));

    [Fact]
    public void ThePageListsTheCommands()
    {
        using var app = new SampleApp();
        app.Run("--help");
        var section = app.Output.ReplaceLineEndings("\n").Split("\n\n")[1];
        var commands = section.Split('\n')[1..].Select(static line => line.Trim().Split(' ')[0]);

        Assert.Equal(commands, Page
            .SkipWhile(static line => !line.StartsWith("| command", StringComparison.Ordinal))
            .Skip(2).TakeWhile(static line => line.Length > 0)
            .Select(static line => line.Split('`', ' ')[2]));
    }

    [Fact]
    public void ThePageListsTheExitCodes() => Assert.Equal(
        [ExitCode.Done, ExitCode.WrongUse, ExitCode.Diverged, ExitCode.Defect, ExitCode.TimeLimit, ExitCode.Interrupted, ExitCode.Terminated],
        Page.SkipWhile(static line => line != "## Exit codes").Skip(4).Select(static line => int.Parse(line.Split(' ')[1])));
}
