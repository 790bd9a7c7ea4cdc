using Spectre.Console;
using TrainSdk.Recording;

namespace TrainSdk.Terminal;

/// <summary>
/// Shows a run in a terminal: a row per epoch, and below them how far it is, what it learns and what it costs. Drawn on the training thread
/// when steps were read, at most four times a second.
/// </summary>
internal sealed class LiveProgress(PinnedLines lines, TimeProvider time) : IRunSink
{
    private const int RowsUnderHead = 30;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);

    private readonly Throughput _throughput = new();
    private RunOutline? _run;
    private LiveView? _view;
    private LossTrail? _trail;
    private TimeLeft? _left;
    private EpochTable? _table;
    private EpochSummary? _best;
    private StepRecord _last;
    private double _loss = double.NaN;
    private long _drawnAt;
    private int _rows;

    public void Start(RunOutline run)
    {
        _run = run;
        _view = new LiveView(run, lines.Width, lines.HasUnicode);
        _trail = new LossTrail(_view.TrailCells);
        _left = new TimeLeft(time, run.Step);
        foreach (var epoch in run.History)
        {
            Keep(epoch);
        }
        lines.Show(_view.Run(run.Step, (int)(run.Step / run.StepsPerEpoch), left: null));
    }

    public void Steps(IReadOnlyList<StepRecord> steps)
    {
        foreach (var step in steps)
        {
            _trail!.Add(step.Loss);
        }
        _loss = steps.Average(static step => step.Loss);
        _last = steps[^1];
        _throughput.Add(steps);
        if (_drawnAt == 0 || time.GetElapsedTime(_drawnAt) >= Shortest || IsEpochDone(_last))
        {
            Draw();
        }
    }

    public void Validation(EpochSummary epoch)
    {
        _throughput.Pause();
        Keep(epoch);
    }

    public void Epoch(EpochSummary epoch)
    {
        _throughput.Pause();
        _left!.Epoch(epoch.Step);
        Keep(epoch);
        _table ??= new EpochTable(_run!, epoch, lines.Width, value => ReferenceEquals(value, _best));
        if (_rows++ % RowsUnderHead == 0)
        {
            lines.WriteAbove(_table.Head);
        }
        lines.WriteAbove(_table.Of(epoch));
    }

    public void End(RunOutcome outcome) => lines.Show();

    private void Draw()
    {
        var (steps, perEpoch) = (_last.Step + 1, _run!.StepsPerEpoch);
        lines.Show(
            _view!.Run(steps, _last.Epoch, _left!.Until(_run.Epochs * perEpoch, steps)),
            _view.Epoch(_last, _left.Until((_last.Epoch + 1) * perEpoch, steps)),
            _view.Learning(_last, _loss, _trail!),
            _view.Machine(_throughput.SamplesPerSecond, Environment.WorkingSet, _best));
        _drawnAt = time.GetTimestamp();
    }

    private bool IsEpochDone(StepRecord step) => (step.Step + 1) % _run!.StepsPerEpoch == 0;

    private void Keep(EpochSummary epoch) =>
        _best = epoch.Validation.Loss < (_best?.Validation.Loss ?? double.PositiveInfinity) ? epoch : _best;
}
