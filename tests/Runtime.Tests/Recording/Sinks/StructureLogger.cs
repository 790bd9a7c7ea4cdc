using Microsoft.Extensions.Logging;

namespace TrainSdk.Runtime.Tests.Recording.Sinks;

/// <summary>Keeps what was logged with its structure.</summary>
internal sealed class StructureLogger : ILogger
{
    public List<(LogLevel Level, EventId Id, IReadOnlyList<KeyValuePair<string, object?>> Values, string Text)> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Add((logLevel, eventId, (IReadOnlyList<KeyValuePair<string, object?>>)state!, formatter(state, exception)));
}
