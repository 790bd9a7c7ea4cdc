using Microsoft.Extensions.Logging;
using TrainSdk.Recording.Sinks;

namespace TrainSdk.CommandLine;

/// <summary>
/// Writes what the runtime has to say as plain lines, each once: <c>note: …</c>, <c>warning: …</c>. Progress has lines of its own.
/// </summary>
internal sealed class WarningLines(TextWriter error) : ILogger
{
    private readonly HashSet<string> _said = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (LogSink.IsProgress(eventId))
        {
            return;
        }
        var line = $"{(logLevel == LogLevel.Information ? "note" : "warning")}: {formatter(state, exception)}";
        if (IsEnabled(logLevel) && _said.Add(line))
        {
            error.WriteLine(line);
        }
    }
}
