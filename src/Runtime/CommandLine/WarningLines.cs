using Microsoft.Extensions.Logging;

namespace TrainSdk.CommandLine;

/// <summary>Writes what the runtime has to say as plain lines: <c>note: …</c>, <c>warning: …</c>.</summary>
internal sealed class WarningLines(TextWriter error) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            error.WriteLine($"{(logLevel == LogLevel.Information ? "note" : "warning")}: {formatter(state, exception)}");
        }
    }
}
