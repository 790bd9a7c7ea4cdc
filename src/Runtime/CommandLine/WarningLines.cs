using Microsoft.Extensions.Logging;

namespace TrainSdk.CommandLine;

/// <summary>Writes warnings of the runtime as plain lines.</summary>
internal sealed class WarningLines(TextWriter error) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            error.WriteLine($"warning: {formatter(state, exception)}");
        }
    }
}
