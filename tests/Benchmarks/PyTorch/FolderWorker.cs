using System.Diagnostics;
using System.Globalization;

namespace TrainSdk.Benchmarks.PyTorch;

/// <summary>A Python process that reads a folder of pictures with torchvision when asked; it waits without work in between.</summary>
internal sealed class FolderWorker : IDisposable
{
    public const string Name = "torchvision";
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;

    private FolderWorker(Process process) => _process = process;

    /// <summary>Starts it; null where there is no python3-torchvision.</summary>
    public static FolderWorker? Start(string folder, int workers, int batchSize, int side)
    {
        if (!File.Exists(Python))
        {
            return null;
        }
        string[] numbers = [.. ((int[])[workers, batchSize, side]).Select(static number => number.ToString(CultureInfo.InvariantCulture))];
        var script = Path.Combine(AppContext.BaseDirectory, "PyTorch", "folder.py");
        var start = new ProcessStartInfo(Python, [script, folder, .. numbers])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        if (process.StandardOutput.ReadLine() is not null)
        {
            return new FolderWorker(process);
        }
        process.WaitForExit();
        process.Dispose();
        return null;
    }

    /// <summary>Walks over all pictures once.</summary>
    /// <returns>Milliseconds per batch.</returns>
    /// <exception cref="TrainException">The process ended.</exception>
    public double Run()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() is { } line
            ? double.Parse(line, CultureInfo.InvariantCulture)
            : throw new TrainException("torchvision failed; run PyTorch/folder.py by hand to see why");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
