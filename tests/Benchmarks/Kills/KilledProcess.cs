using System.Diagnostics;
using System.Globalization;
using TrainSdk.Benchmarks.Startup;

namespace TrainSdk.Benchmarks.Kills;

/// <summary>Starts this program once more, as <see cref="KilledChild"/>, and kills it where that is wished.</summary>
internal static class KilledProcess
{
    /// <summary>Lets a run go on.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="threads">Threads within one operation.</param>
    /// <param name="checkpointEvery">Longest time between two checkpoints.</param>
    /// <param name="from">The line of the child from which on time is measured.</param>
    /// <param name="killAfter">When to kill it; null to let it end.</param>
    /// <returns>Whether it was killed, and how long it ran.</returns>
    /// <exception cref="TrainException">It ended by itself, and not well.</exception>
    public static (bool WasKilled, TimeSpan Time) Run(
        string folder, int seed, int threads, TimeSpan checkpointEvery, string from, TimeSpan? killAfter)
    {
        using var process = Start(
            [KilledChild.Argument, folder, Text(seed), Text(threads), Text((int)checkpointEvery.TotalMilliseconds)]);
        var errors = process.StandardError.ReadToEndAsync();
        while (process.StandardOutput.ReadLine() is { } line && line != from)
        {
        }
        var time = Stopwatch.StartNew();
        var wasKilled = killAfter is { } moment && !process.WaitForExit(moment);
        if (wasKilled)
        {
            process.Kill();
        }
        process.WaitForExit();
        // Killed at its very end, it may have been faster.
        return process.ExitCode == 0 || wasKilled
            ? (wasKilled && process.ExitCode != 0, time.Elapsed)
            : throw new TrainException($"{folder}: the training ended with exit code {process.ExitCode}: {errors.Result.Trim()}");
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo
        {
            FileName = StartupProcess.Host,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all = ["exec", typeof(KilledProcess).Assembly.Location, .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }
        return Process.Start(start)!;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
