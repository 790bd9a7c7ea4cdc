using TrainSdk.Terminal;
using TrainSdk.Training;

namespace TrainSdk.CommandLine;

/// <summary>How a run is shown: live in a terminal, as plain lines where nobody watches.</summary>
/// <param name="surroundings">Where the lines go.</param>
/// <param name="epochs">Epochs of the whole run.</param>
internal sealed class RunDisplay(Surroundings surroundings, string epochs) : IDisposable
{
    private readonly TerminalDisplay? _terminal = surroundings.Terminal is { } terminal ? new TerminalDisplay(terminal) : null;

    /// <summary>Where complaints and warnings go while the run is shown.</summary>
    public TextWriter Error => _terminal?.Error ?? surroundings.Error;

    /// <summary>Has a run shown.</summary>
    public RunOptions Show(RunOptions options) => _terminal is null
        ? options with { Progress = new EpochLines(surroundings.Output, epochs) }
        : options with { Sinks = [.. options.Sinks, _terminal.Progress] };

    /// <summary>Ends it, and says what the run came to; the last lines are the same everywhere.</summary>
    public void End<TModel>(FitResult<TModel> result)
    {
        _terminal?.End(result.History, result.BestEpoch, result.Validation, result.Test);
        RunLines.WriteEnd(surroundings.Output, result);
    }

    public void Dispose() => _terminal?.Dispose();
}
