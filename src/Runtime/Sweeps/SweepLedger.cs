using System.Text;
using System.Text.Json;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>Keeps what the trials came to, ranked, in the sweep's folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="record">The sweep so far.</param>
/// <param name="objective">What trials are ranked by.</param>
internal sealed class SweepLedger(SweepFolder folder, SweepRecord record, Objective objective)
{
    private readonly SortedDictionary<int, TrialRecord> _trials =
        new(record.Trials.ToDictionary(static trial => trial.Trial, static trial => trial));

    /// <summary>The trials, the best first; behind all others come those that diverged, failed, or were interrupted.</summary>
    public IReadOnlyList<TrialRecord> Ranked { get; private set; } = [];

    /// <summary>What a trial came to; null where it has not begun.</summary>
    public TrialRecord? Find(int trial) => _trials.GetValueOrDefault(trial);

    /// <summary>Takes a trial.</summary>
    public void Put(TrialRecord trial)
    {
        _trials[trial.Trial] = trial;
        Save();
    }

    /// <summary>Writes <c>sweep.json</c> and <c>sweep.csv</c>.</summary>
    /// <exception cref="TrainException">They cannot be written.</exception>
    public void Save()
    {
        Rank();
        var now = record with { Trials = [.. _trials.Values] };
        SweepFolder.Write(folder.Record, JsonSerializer.SerializeToUtf8Bytes(now, SweepJson.Readable.SweepRecord));
        SweepFolder.Write(folder.Table, Encoding.UTF8.GetBytes(Table()));
    }

    private void Rank()
    {
        var order = Comparer<TrialRecord>.Create((one, other) => Compare(one, other, objective));
        Ranked = [.. _trials.Values.Order(order).Select(static (trial, at) => trial with
        {
            Rank = trial.State == TrialState.Interrupted ? null : at + 1,
        })];
        foreach (var trial in Ranked)
        {
            _trials[trial.Trial] = trial;
        }
    }

    private static int Compare(TrialRecord one, TrialRecord other, Objective objective) =>
        Class(one) != Class(other) ? Class(one).CompareTo(Class(other))
        : objective.IsBetter(one.Value, other.Value) ? -1
        : objective.IsBetter(other.Value, one.Value) ? 1
        : Loss(one) != Loss(other) ? Loss(one).CompareTo(Loss(other))
        : one.Trial.CompareTo(other.Trial);

    private static int Class(TrialRecord trial) => trial.State switch
    {
        TrialState.Diverged => 1,
        TrialState.Failed => 2,
        TrialState.Interrupted => 3,
        _ => 0,
    };

    private static double Loss(TrialRecord trial) => trial.Validation is { Loss: var loss } && !double.IsNaN(loss)
        ? loss
        : double.PositiveInfinity;

    private string Table()
    {
        var (swept, metrics) = (record.Definition.Space.Keys, _trials.Values
            .SelectMany(static trial => trial.Validation?.Metrics?.Keys ?? []).Distinct().ToArray());
        IEnumerable<string[]> rows =
        [
            ["rank", "trial", .. swept, "state", "value", "val_loss", .. metrics.Select(static name => $"val_{name}"),
                "best_epoch", "epochs", "run"],
            .. Ranked.Select(trial => (string[])
            [
                trial.Rank is { } rank ? NumberText.Format(rank) : "", NumberText.Format(trial.Trial),
                .. swept.Select(name => trial.Settings.First(value => value.Name == name).Value),
                trial.State.ToString(), Number(trial.Value), Number(trial.Validation?.Loss),
                .. metrics.Select(name => Number(trial.Validation?.Metrics?.GetValueOrDefault(name, double.NaN))),
                trial.BestEpoch is { } best ? NumberText.Format(best) : "", NumberText.Format(trial.Epochs), trial.Run,
            ]),
        ];
        return string.Concat(rows.Select(static row => string.Join(',', row.Select(ConfusionFile.Quoted)) + "\n"));
    }

    private static string Number(double? value) => value is { } number ? NumberText.Format(number) : "";
}
