using System.Diagnostics;
using TrainSdk.Benchmarks.Startup;

namespace TrainSdk.Benchmarks.Kill;

/// <summary>Starts this program once more, as <see cref="KillChild"/>, and kills it.</summary>
internal static class KillProcess
{
    /// <summary>Runs the child to its end.</summary>
    /// <returns>The hash of its weights, and the time from its beginning.</returns>
    /// <exception cref="TrainException">It failed.</exception>
    public static (string Weights, TimeSpan Time) ToTheEnd(string folder)
    {
        using var process = Start(folder);
        var errors = process.StandardError.ReadToEndAsync();
        ReadUntilBegin(process);
        var clock = Stopwatch.StartNew();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var line = output.Split('\n').FirstOrDefault(static line => line.StartsWith(KillChild.Ended, StringComparison.Ordinal));
        return process.ExitCode == 0 && line is not null
            ? (line.Trim(), clock.Elapsed)
            : throw new TrainException($"the run {folder} could not go on ({process.ExitCode}): {errors.Result}");
    }

    /// <summary>Kills the child a while after its beginning.</summary>
    /// <returns>Whether it was still going.</returns>
    public static bool Killed(string folder, TimeSpan after)
    {
        using var process = Start(folder);
        _ = process.StandardError.ReadToEndAsync();
        ReadUntilBegin(process);
        Thread.Sleep(after);
        var isGoing = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return isGoing;
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo(
        StartupProcess.Host, ["exec", typeof(KillProcess).Assembly.Location, KillChild.Argument, folder])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static void ReadUntilBegin(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line && line != KillChild.Begins)
        {
        }
    }
}
