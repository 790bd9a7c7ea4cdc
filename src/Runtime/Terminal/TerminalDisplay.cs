using Spectre.Console;
using TrainSdk.Metrics;
using TrainSdk.Recording;

namespace TrainSdk.Terminal;

/// <summary>
/// The display of one run in a terminal. While it is open, what the program writes to the console passes above it, line by line.
/// </summary>
internal sealed class TerminalDisplay : IDisposable
{
    private readonly (TextWriter Output, TextWriter Error) _before = (Console.Out, Console.Error);
    private readonly PinnedLines _lines;
    private readonly LineWriter _writer;
    private bool _isClosed;

    /// <summary>Opens it.</summary>
    public TerminalDisplay(IAnsiConsole console)
    {
        _lines = new PinnedLines(console);
        _writer = new LineWriter(_lines);
        Progress = new LiveProgress(_lines, TimeProvider.System);
        Console.SetOut(_writer);
        Error = Console.IsErrorRedirected ? _before.Error : _writer;
        Console.SetError(Error);
    }

    /// <summary>Where the run is shown.</summary>
    public IRunSink Progress { get; }

    /// <summary>Where complaints go.</summary>
    public TextWriter Error { get; }

    /// <summary>Closes it, with the final table.</summary>
    public void End(IReadOnlyList<EpochSummary> history, int? bestEpoch, Evaluation? validation, Evaluation? test)
    {
        Dispose();
        if (ResultTable.Of(history, bestEpoch, validation, test, _lines.HasUnicode) is { } table)
        {
            _lines.WriteAbove(table);
        }
    }

    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }
        _isClosed = true;
        Console.SetOut(_before.Output);
        Console.SetError(_before.Error);
        _writer.Dispose();
        _lines.Show();
    }
}
