using System.Diagnostics;
using System.Globalization;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks.PyTorch;

/// <summary>A Python process that trains the same models with PyTorch, when asked; it waits without work in between.</summary>
internal sealed class PyTorchWorker : IDisposable
{
    public const string Name = "pytorch";
    private const string Python = "/usr/bin/python3";
    private const string Ready = "ready";
    private const string SlowBlas = "reference";

    private readonly Process _process;

    private PyTorchWorker(Process process) => _process = process;

    /// <summary>Starts it; null, with a line in the report, where there is no python3-torch.</summary>
    public static PyTorchWorker? Start(int threads, Report report)
    {
        if (!File.Exists(Python))
        {
            report.Line($"pytorch: left out, there is no {Python}");
            return null;
        }
        var count = threads.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "PyTorch", "worker.py"), count, Pictures.Folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_NUM_THREADS"] = count;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        if (process.StandardOutput.ReadLine()?.Split(' ') is [Ready, var version, var blas])
        {
            report.Line($"pytorch {version}, BLAS: {blas}, {count} threads");
            if (blas == SlowBlas)
            {
                report.Line("pytorch: this BLAS is many times slower than OpenBLAS; install libopenblas0-pthread to compare fairly");
            }
            return new PyTorchWorker(process);
        }
        process.WaitForExit();
        process.Dispose();
        report.Line("pytorch: left out, python3-torch is not installed");
        return null;
    }

    /// <summary>Trains a fresh model over the samples once.</summary>
    /// <param name="model">A name of <see cref="ModelNames"/>.</param>
    /// <param name="precision"><c>fp32</c> or <c>bf16</c>.</param>
    /// <param name="samples">How many pictures.</param>
    /// <returns>Milliseconds per batch.</returns>
    /// <exception cref="TrainException">The process ended.</exception>
    public double Train(string model, string precision, int samples)
    {
        _process.StandardInput.WriteLine(FormattableString.Invariant($"{model} {precision} {samples}"));
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() is { } line
            ? double.Parse(line, CultureInfo.InvariantCulture)
            : throw new TrainException($"PyTorch failed on {model} in {precision}; run PyTorch/worker.py by hand to see why");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
