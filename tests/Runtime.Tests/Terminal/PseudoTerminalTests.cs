using System.Diagnostics;
using System.Text.RegularExpressions;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Terminal;

/// <summary>A training in a process of its own whose output is a terminal, as <c>script</c> of util-linux makes one.</summary>
public sealed partial class PseudoTerminalTests : IDisposable
{
    private const int Columns = 100;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void InATerminalItIsLive()
    {
        var sent = InTerminal("TERM=xterm");

        Assert.Contains("\e[4A\e[J", sent);
        var screen = new Screen(Columns, height: 30);
        screen.Writer.Write(sent);
        var lines = screen.Lines;
        Assert.StartsWith("model SmallNet, ", lines[0]);
        Assert.Single(lines, OtherProcess.Aside);
        Assert.Equal(["1/3", "2/3", "3/3"], lines.Select(static line => line.Trim().Split(' ')[0]).Where(static word => word.EndsWith("/3", StringComparison.Ordinal)));
        Assert.Single(lines, static line => line.StartsWith("│ accuracy │", StringComparison.Ordinal));
        Assert.Matches("^test accuracy [0-9.]+$", lines[^2]);
        Assert.Equal($"run {_folder.File("run")}", lines[^1]);
        Assert.DoesNotContain(lines, static line => line.StartsWith("loss ", StringComparison.Ordinal));
    }

    [LinuxTheory]
    [InlineData("NO_COLOR=1")]
    [InlineData("CI=true")]
    [InlineData("TERM=dumb")]
    public void PlainLinesAreThoseOfAFile(string environment)
    {
        var shown = InTerminal(environment);
        Directory.Delete(_folder.File("run"), recursive: true);
        var (command, arguments) = Training();
        var written = Run(new ProcessStartInfo(command, arguments));

        Assert.DoesNotContain('\e', shown);
        Assert.Equal(WithoutTimes(written), WithoutTimes(shown.Replace("\r\n", "\n", StringComparison.Ordinal)));
        Assert.Contains("\nepoch 3/3  train loss ", written);
    }

    private string InTerminal(string environment)
    {
        var (command, arguments) = Training();
        var line = $"stty cols {Columns} rows 30; exec env {environment} {command} {string.Join(' ', arguments.Select(static word => $"'{word}'"))}";
        return Run(new ProcessStartInfo("script", ["-qec", line, "/dev/null"]));
    }

    private (string Command, string[] Arguments) Training() => (OtherProcess.Command[0],
        [OtherProcess.Command[1], OtherProcess.TrainShown, "--epochs", "3", "--threads", "1", "--run-dir", _folder.File("run")]);

    private static string Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardInput = true;
        foreach (var name in (string[])["CI", "NO_COLOR", "TERM"])
        {
            start.Environment.Remove(name);
        }
        start.Environment["SHELL"] = "/bin/sh";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static string WithoutTimes(string output) => Times().Replace(output, " s\n");

    [GeneratedRegex(@" [\d.E-]+ s\n")]
    private static partial Regex Times();
}
