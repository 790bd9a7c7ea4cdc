using System.Diagnostics;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Training;

namespace TrainSdk.Sweeps;

/// <summary>Trains the trials one after the other, each as an ordinary run without a test split.</summary>
/// <param name="description">The model class.</param>
/// <param name="load">The data for the settings of a trial.</param>
/// <param name="folder">Where the trials' runs go.</param>
/// <param name="ledger">Keeps what they came to.</param>
/// <param name="objective">What they are ranked by.</param>
internal sealed class Sweep<TModel, TSettings>(
    ModelDescription<TModel, TSettings> description, Func<TSettings, DataSplits> load, SweepFolder folder, SweepLedger ledger,
    Objective objective)
    where TModel : torch.nn.Module, ITrainedModel
    where TSettings : class, new()
{
    private readonly Stopwatch _time = Stopwatch.StartNew();

    /// <summary>Ends trials that fall behind; null trains all of them to their end.</summary>
    public MedianStopping? Rule { get; init; }

    /// <summary>Facts about the machine and the caller; its <see cref="RunOptions.MaxTime"/> is that of the whole sweep.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>Says why a trial could not be trained; null for a failure that ends the sweep.</summary>
    public required Func<Exception, string?> Explain { get; init; }

    /// <summary>Trains those that have not been.</summary>
    /// <param name="trials">All trials, in their order.</param>
    /// <param name="report">Told of each that ended.</param>
    /// <param name="cancel">Interrupts the present trial after its step; it can be resumed.</param>
    /// <returns>Completed, canceled, or out of time.</returns>
    public StopReason Run(IReadOnlyList<SweepTrial<TSettings>> trials, Action<TrialRecord> report, CancellationToken cancel)
    {
        foreach (var trial in trials)
        {
            if (cancel.IsCancellationRequested)
            {
                return StopReason.Canceled;
            }
            if (Options.MaxTime is { } most && _time.Elapsed >= most)
            {
                return StopReason.TimeLimit;
            }
            if (ledger.Find(trial.Number) is not { IsFinal: true } record)
            {
                record = Ended(trial) ?? Train(trial, cancel);
                ledger.Put(record);
                report(ledger.Find(trial.Number)!);
            }
            if (record.State == TrialState.Interrupted)
            {
                return cancel.IsCancellationRequested ? StopReason.Canceled : StopReason.TimeLimit;
            }
            if (record.IsWhole)
            {
                Rule?.Add(HistoryTables.Epochs(Path.Combine(folder.Trial(trial.Number), "epochs.csv"))
                    .Select(epoch => objective.ValueOf(epoch.Validation)));
            }
        }
        return StopReason.Completed;
    }

    // A process that was killed between the end of a run and the ledger's row.
    private TrialRecord? Ended(SweepTrial<TSettings> trial) =>
        RunOf(trial) is { } run && RunRecordFile.ReadResult(run) is { } result && StateOf(result, watch: null) is var state
            && state != TrialState.Interrupted ? RecordOf(trial, state) : null;

    private TrialRecord Train(SweepTrial<TSettings> trial, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watch = new TrialWatch(objective, Rule, stop.Cancel);
        try
        {
            var result = description.Train(load(trial.Settings).WithoutTest(), trial.Settings, OptionsOf(trial, watch), stop.Token);
            result.Model.Dispose();
            return RecordOf(trial, StateOf(RunRecordFile.ReadResult(result.RunFolder!)!, watch));
        }
        catch (Exception failure) when (Explain(failure) is not null)
        {
            return RecordOf(trial, TrialState.Failed) with { Problem = Explain(failure) };
        }
        finally
        {
            // Tensors of this trial's data are native memory, of which the collector does not know.
            GC.Collect();
        }
    }

    private RunOptions OptionsOf(SweepTrial<TSettings> trial, TrialWatch watch)
    {
        var path = folder.Trial(trial.Number);
        var options = Options with
        {
            Sinks = [.. Options.Sinks, watch],
            MaxTime = Options.MaxTime - _time.Elapsed,
            Origins = Options.Origins
                .Concat(trial.Values.Select(value => KeyValuePair.Create(description.Settings.Find(value.Name)!.Name, "sweep")))
                .ToDictionary(),
        };
        if (RunOf(trial) is not { } run)
        {
            return options with { RunDirectory = path };
        }
        if (File.Exists(run.LastCheckpoint))
        {
            return options with { Resume = path };
        }
        // It was killed before its first checkpoint.
        Directory.Delete(path, recursive: true);
        return options with { RunDirectory = path };
    }

    private RunFolder? RunOf(SweepTrial<TSettings> trial) =>
        File.Exists(Path.Combine(folder.Trial(trial.Number), "config.json")) ? RunFolder.Find(folder.Trial(trial.Number)) : null;

    private static TrialState StateOf(RunResult result, TrialWatch? watch) => result.StopReason switch
    {
        nameof(StopReason.Completed) => TrialState.Completed,
        nameof(StopReason.EarlyStopped) => TrialState.EarlyStopped,
        nameof(StopReason.Diverged) => TrialState.Diverged,
        _ => watch is { HasStopped: true } ? TrialState.Pruned : TrialState.Interrupted,
    };

    private TrialRecord RecordOf(SweepTrial<TSettings> trial, TrialState state)
    {
        var run = RunOf(trial);
        var result = run is null || state == TrialState.Failed ? null : RunRecordFile.ReadResult(run);
        return new()
        {
            Trial = trial.Number,
            Settings = trial.Values,
            State = state,
            Value = objective.ValueOf(result?.Validation),
            Validation = result?.Validation,
            BestEpoch = result?.BestEpoch,
            Epochs = result?.Epochs ?? 0,
            Seconds = run is null ? 0 : HistoryTables.Epochs(run.Epochs).Sum(static epoch => epoch.Seconds),
            Run = SweepFolder.NameOf(trial.Number),
            Problem = result?.Divergence,
        };
    }
}
