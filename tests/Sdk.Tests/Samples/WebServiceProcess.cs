using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainSdk.Sdk.Tests.Samples;

/// <summary>A web program on a free port of this machine alone, until it is disposed.</summary>
public sealed partial class WebServiceProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    public WebServiceProcess(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("the web program ended before it listened"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything that the program wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>A client for its address, once it listens.</summary>
    public async Task<HttpClient> ClientAsync()
    {
        try
        {
            return new HttpClient { BaseAddress = await _listening.Task.WaitAsync(Limit) };
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException($"{error.Message}\n{Output}", error);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line ?? "") is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
