using System.Diagnostics;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Reports;

/// <summary>Opens a page in a browser without a window.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The browser; null where there is none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(static folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The page after its scripts have run for some seconds, and what the console says meanwhile.</summary>
    public static (string Document, IReadOnlyList<string> Console) Open(string page)
    {
        using var profile = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo(Path!,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--allow-file-access-from-files",
            $"--user-data-dir={profile.Path}", "--window-size=1280,900", "--virtual-time-budget=5000", "--dump-dom", new Uri(page).AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
        }
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return (output.Result, [.. error.Result.Split('\n').Where(static line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }
}
