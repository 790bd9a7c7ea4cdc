using System.Diagnostics;
using System.Globalization;

namespace TrainSdk.Benchmarks.Startup;

/// <summary>Starts this program once more, as <see cref="StartupChild"/>.</summary>
internal static class StartupProcess
{
    private const string HostVariable = "DOTNET_HOST_PATH";

    /// <summary>The program that runs assemblies.</summary>
    public static string Host => Environment.GetEnvironmentVariable(HostVariable) ?? "dotnet";

    /// <summary>Milliseconds of each stage.</summary>
    /// <exception cref="TrainException">The process failed.</exception>
    public static double[] Run(int threads, int samples)
    {
        var start = new ProcessStartInfo
        {
            FileName = Host,
            RedirectStandardOutput = true,
        };
        string[] arguments = ["exec", typeof(StartupProcess).Assembly.Location, StartupChild.Argument, Text(threads), Text(samples)];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? StartupStages.Read(output)
            : throw new TrainException($"the started process ended with {process.ExitCode}; run it alone: {string.Join(' ', arguments)}");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
