using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Recording;

/// <summary>
/// Keeps what happens in a run: every step's learning rate, loss and gradient norm, and a summary per epoch. Losses and norms stay on the
/// device until a ring buffer of 128 steps is full, a second has passed, or an epoch ends, so that no step waits for them.
/// </summary>
public sealed class Recorder : IStateful, IDisposable
{
    private const string StepsName = "steps";

    private readonly StepLog _log;
    private readonly IProgress<EpochSummary>? _progress;
    private readonly List<EpochSummary> _history = [];
    private readonly EpochTotals _totals;
    private readonly TimeProvider _time;
    private readonly YoungGarbage _garbage = new();

    /// <summary>Starts recording.</summary>
    /// <param name="folder">Where to write <c>steps.csv</c> and <c>epochs.csv</c>; null to keep only the history in memory.</param>
    /// <param name="device">The model's device.</param>
    /// <param name="progress">Told of every epoch.</param>
    /// <param name="toleratesSkips">
    /// Whether single skipped steps are normal, as with a gradient scaler; then only 20 in a row count as bad.
    /// </param>
    public Recorder(RunFolder? folder, Device device, IProgress<EpochSummary>? progress = null, bool toleratesSkips = false)
        : this(folder, device, progress, TimeProvider.System, toleratesSkips)
    {
    }

    internal Recorder(
        RunFolder? folder, Device device, IProgress<EpochSummary>? progress, TimeProvider time, bool toleratesSkips = false)
    {
        _totals = new EpochTotals(toleratesSkips);
        _time = time;
        _log = new StepLog(device, time);
        Clock = new EpochClock(time);
        _progress = progress;
        Files = folder is null ? null : RecordFiles.Begin(folder, time);
    }

    /// <summary>Told of every step once its numbers were read, in the steps' order.</summary>
    public IProgress<StepRecord>? StepProgress { get; init; }

    /// <summary>What is trained, whose spread is recorded with each epoch; null for nothing.</summary>
    internal TrainableParameters? Parameters { get; init; }

    /// <summary>Told of everything that is recorded.</summary>
    internal RunSinks Sinks { get; init; } = new([], logger: null);

    /// <summary>Optimizer steps taken so far, those of an unfinished epoch included.</summary>
    public long Steps { get; private set; }

    /// <summary>The step at which training broke down, as far as the steps were read; null while all is well.</summary>
    public long? FirstBadStep => _totals.FirstBadStep;

    /// <summary>How often the host has waited for the device to read what it recorded.</summary>
    internal int Reads => _log.Reads;

    /// <summary>What the time goes into.</summary>
    internal EpochClock Clock { get; }

    /// <summary>Is told of the parts of each step; null where nobody looks at them.</summary>
    internal StepWatch? Watch { get; set; }

    /// <summary>The tables; null where none are written.</summary>
    internal RecordFiles? Files { get; private set; }

    /// <summary>One summary per epoch so far.</summary>
    public IReadOnlyList<EpochSummary> History => _history;

    /// <summary>Takes a step whose loss is the mean over <paramref name="count"/> samples.</summary>
    public void Step(long step, int epoch, double lr, Tensor loss, long count, GradientNorm norm)
    {
        _log.Add(step, epoch, lr, loss, count, norm);
        StepDone(step, count);
    }

    /// <summary>Takes a step whose loss is a sum over <paramref name="weight"/> (a scalar), such as the number of tokens.</summary>
    public void Step(long step, int epoch, double lr, Tensor loss, Tensor weight, long count, GradientNorm norm)
    {
        _log.Add(step, epoch, lr, loss, weight, count, norm);
        StepDone(step, count);
    }

    /// <summary>Takes single steps without a finite gradient as normal; then only 20 in a row count as bad.</summary>
    public void TolerateSkips() => _totals.TolerateSkips();

    /// <summary>Marks the start of a validation: from here on the time is not training time.</summary>
    public void TrainingDone()
    {
        Flush();
        Clock.Enter(Phase.Validation);
    }

    /// <summary>Takes a validation within an epoch, whose training goes on.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="step">Optimizer steps done since the start of the run.</param>
    /// <param name="validation">Loss and metrics of the validation split.</param>
    /// <returns>The epoch so far, without training metrics, which are read at its end.</returns>
    public EpochSummary Validation(int epoch, long step, Evaluation validation)
    {
        var summary = _totals.Summary(epoch, step, metrics: null, validation, Clock);
        Files?.WriteValidation(summary, _history);
        Sinks.Validation(summary);
        Clock.Enter(Phase.Other);
        return summary;
    }

    /// <summary>Ends the epoch.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="step">Optimizer steps done since the start of the run.</param>
    /// <param name="metrics">The training metrics over the epoch; null where there are none.</param>
    /// <param name="validation">Loss and metrics of the validation split.</param>
    public EpochSummary Epoch(int epoch, long step, MetricSet? metrics, Evaluation validation)
    {
        var summary = _totals.Summary(epoch, step, metrics, validation, Clock);
        _history.Add(summary);
        Files?.WriteEpoch(summary);
        if (Parameters is { } parameters)
        {
            Files?.WriteWeights(step, WeightSpread.Of(parameters));
        }
        _progress?.Report(summary);
        Sinks.Epoch(summary);
        _totals.StartEpoch();
        Clock.Restart();
        return summary;
    }

    /// <summary>Goes on with the tables of a run, whose rows behind these lengths are dropped.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="lengths">Bytes of each table, by its file's name.</param>
    /// <param name="metrics">What the run measures.</param>
    internal void GoOn(RunFolder folder, IReadOnlyDictionary<string, long> lengths, MetricSet? metrics)
    {
        Files?.Dispose();
        Files = RecordFiles.GoOn(folder, lengths, _time);
        _log.Drain();
        _history.Clear();
        _history.AddRange(EpochRows.Read(folder.Epochs, metrics));
    }

    /// <summary>Reads every step so far, and names the sums over the present epoch and its time.</summary>
    public void Save(StateWriter state)
    {
        Flush();
        state.Add(StepsName, Steps);
        _totals.Save(state);
        Clock.Save(state);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Steps = state.Whole(StepsName);
        _totals.Load(state);
        Clock.Load(state);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _log.Dispose();
        Files?.Dispose();
        Watch?.Dispose();
    }

    private void StepDone(long step, long count)
    {
        Watch?.Done();
        _totals.Samples += count;
        Steps = step + 1;
        if (_log.IsDue)
        {
            Flush();
        }
    }

    internal void Flush()
    {
        var records = _log.Drain();
        _totals.Add(records);
        Files?.Write(records);
        Sinks.Steps(records);
        foreach (var record in StepProgress is null ? [] : records)
        {
            StepProgress!.Report(record);
        }
        _garbage.DropIfDue();
    }
}
