using System.Diagnostics;
using System.Text;

namespace TrainSdk.Sdk.Tests.Sandbox;

/// <summary>
/// Runs a program in a folder: captured output, a time limit, none of this test host's build variables, no process that outlives it.
/// </summary>
public sealed class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, string> _environment = new()
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["MSBUILDTERMINALLOGGER"] = "off",
        ["OMP_NUM_THREADS"] = "1",   // two threads on cores that other tests keep busy wait for each other far longer than they compute
    };

    public Command With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public CommandResult Run(string folder, string program, params string[] arguments)
    {
        var commandLine = $"{program} {string.Join(' ', arguments)}";
        var watch = Stopwatch.StartNew();
        using var process = new Process { StartInfo = StartInfo(folder, program, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{commandLine}' in {folder} took more than {Limit.TotalMinutes} minutes:\n{output}");
        }

        process.WaitForExit();   // the overload without a limit also waits for the last lines
        return new CommandResult(commandLine, process.ExitCode, output.ToString(), watch.Elapsed);
    }

    private ProcessStartInfo StartInfo(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestHost).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsOfTheTestHost(string variable)
        => variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || variable is "CI" or "NUGET_PACKAGES" or "NUGET_FALLBACK_PACKAGES" or "DOTNET_HOST_PATH" or "DOTNET_ROLL_FORWARD";

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
