using System.Diagnostics;
using TrainSdk.Checkpoints;
using TrainSdk.Recording;
using TrainSdk.Reports;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>
/// Where a run stands, what it keeps, and when that is written down: before the first step, every so often within an epoch, at each
/// epoch's end and when the run ends. A checkpoint that falls due while another is being written waits for a later step.
/// </summary>
internal sealed class RunCheckpoints : IDisposable
{
    private readonly RunState _state;
    private readonly EpochClock _clock;
    private readonly RunFolder? _folder;
    private readonly CheckpointWriter? _writer;
    private readonly TimeSpan _every;
    private readonly SkippedReport _skipped;
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private RunPosition? _saved;
    private bool _isDue;

    /// <summary>Prepares the checkpoints of a run.</summary>
    /// <param name="state">What they hold.</param>
    /// <param name="setup">Where they are written, and how often.</param>
    /// <param name="clock">Counts the time for which training waits for them.</param>
    /// <param name="skipped">Tells of samples that were left out, at the end of epochs.</param>
    public RunCheckpoints(RunState state, RunSetup setup, EpochClock clock, SkippedReport skipped)
    {
        _clock = clock;
        _state = state;
        _folder = setup.Folder;
        _writer = setup.Folder is null ? null : new CheckpointWriter(setup.Folder);
        _every = setup.Options.CheckpointEvery;
        _skipped = skipped;
        Report = new LiveReport(setup.Folder, setup.Options.Logger, TimeProvider.System);
    }

    /// <summary>Where the run stands; null before it has begun.</summary>
    public RunPosition? Position { get; private set; }

    /// <summary>The page that tells of the run.</summary>
    public LiveReport Report { get; }

    /// <summary>Whether there is a checkpoint to go back to.</summary>
    public bool HasSaved => _writer is not null && _saved is not null;

    /// <summary>Begins a new run: its first checkpoint is on the disk before the first step.</summary>
    /// <returns>Where it begins.</returns>
    public RunPosition Begin()
    {
        At(default);
        Settle();
        Report.Begin();
        return default;
    }

    /// <summary>Says where the run stands, and saves where that is due.</summary>
    public void At(RunPosition position)
    {
        var isEpochDone = Position is { } last && last.Epoch != position.Epoch;
        _isDue |= Position is null || isEpochDone || _sinceLast.Elapsed >= _every;
        Position = position;
        if (isEpochDone || position.Stop is not null)
        {
            _skipped.Report(position.Step);
        }
        if (_isDue && _writer is { IsBusy: false })
        {
            Timed(() => Save(_writer));
        }
        Report.Update();
    }

    /// <summary>Makes sure that the present position is on the disk. The model must be as it was there.</summary>
    /// <exception cref="TrainException">It cannot be written; the last good checkpoint is still there.</exception>
    public void Settle()
    {
        if (_saved == Position)
        {
            Timed(() => _writer?.Wait());
        }
        else
        {
            SaveNow();
        }
    }

    /// <summary>Writes the present position, also where it is on the disk already. The model must be as it was there.</summary>
    /// <exception cref="TrainException">It cannot be written; the last good checkpoint is still there.</exception>
    public void SaveNow()
    {
        if (_writer is not null && Position is not null)
        {
            Timed(() =>
            {
                _writer.Wait();
                Save(_writer);
                _writer.Wait();
            });
        }
    }

    /// <summary>Exchanges the best weights on the disk, beside the checkpoint that this process wrote last.</summary>
    /// <exception cref="TrainException">They cannot be written; the last good checkpoint is still there.</exception>
    public void ReplaceBest(IReadOnlyDictionary<string, Tensor> best, long version) => _writer?.ReplaceBest(best, version);

    /// <summary>Takes everything back to the last checkpoint.</summary>
    /// <exception cref="TrainException">There is no run folder, or the checkpoint cannot be read.</exception>
    public RunPosition Rewind(nn.Module model, Device device)
    {
        if (_folder is null || _writer is null)
        {
            throw new TrainException("there is no checkpoint to go back to, since no run folder is written; set RunOptions.WriteRunFolder");
        }
        _writer.Wait();
        using var checkpoint = Checkpoint.Open(_folder);
        checkpoint.CopyInto(model);
        _state.Load(checkpoint, _folder, device);
        return Resumed(new RunPosition(checkpoint.Record.Epoch, checkpoint.Record.Step, Stop: null));
    }

    /// <summary>Says that the run stands where a checkpoint on the disk has it.</summary>
    /// <returns>The same.</returns>
    public RunPosition Resumed(RunPosition position)
    {
        _saved = Position = position;
        Report.Begin();
        return position;
    }

    public void Dispose() => _writer?.Dispose();

    private void Timed(Action action)
    {
        var before = _clock.Enter(Phase.Checkpoint);
        action();
        _clock.Enter(before);
    }

    private void Save(CheckpointWriter writer)
    {
        if (_state.At(Position!.Value) is not { } content)
        {
            return;
        }
        writer.Write(content);
        _saved = Position;
        _isDue = false;
        _sinceLast.Restart();
    }
}
