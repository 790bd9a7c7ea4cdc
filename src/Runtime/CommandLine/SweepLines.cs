using System.Diagnostics;
using TrainSdk.Files;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Reports;
using TrainSdk.Settings;
using TrainSdk.Sweeps;

namespace TrainSdk.CommandLine;

/// <summary>What a sweep prints: a line per trial, and the ranked trials at its end.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="folder">The sweep's folder.</param>
/// <param name="record">The sweep as it was found.</param>
/// <param name="objective">What ranks the trials.</param>
internal sealed class SweepLines(TextWriter output, SweepFolder folder, SweepRecord record, Objective objective)
{
    private const int MostCompared = 20;
    private const string None = "-";

    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly HashSet<int> _ended = [.. record.Trials.Where(static trial => trial.IsFinal).Select(static trial => trial.Trial)];
    private int _endedHere;

    /// <summary>What is searched, and how far an earlier command came.</summary>
    public void WriteHead()
    {
        var definition = record.Definition;
        var search = definition.Grid ? "every combination" : $"drawn with --sweep-seed {NumberText.Format(definition.Seed)}";
        output.WriteLine($"sweep {HumanNumber.Count(record.Planned, "trial")}, {search}, ranked by validation {objective.Name}");
        foreach (var (name, values) in definition.Space)
        {
            output.WriteLine($"sweeps {SettingName.Option(name)} {values}");
        }
        if (record.Trials.Count > 0)
        {
            var planned = HumanNumber.Count(record.Planned, "trial");
            output.WriteLine($"goes on with {Shown(folder.Path)}: {_ended.Count} of {planned} ended before");
        }
    }

    /// <summary>A trial that ended.</summary>
    public void Report(TrialRecord trial)
    {
        if (trial.State != TrialState.Interrupted)
        {
            _ended.Add(trial.Trial);
            _endedHere++;
        }
        output.WriteLine(string.Join("  ", Parts(trial)));
    }

    /// <summary>After a signal, or where the time was over.</summary>
    public void WriteStopped() => output.WriteLine(
        $"saved in {Shown(folder.Path)} after {_ended.Count} of {HumanNumber.Count(record.Planned, "trial")}; the same command goes on");

    /// <summary>All trials, the best first.</summary>
    public void WriteTable(IReadOnlyList<TrialRecord> ranked)
    {
        string[] swept = [.. record.Definition.Space.Keys];
        string[] measured = objective.Name == Evaluation.LossName ? [objective.Name] : [objective.Name, Evaluation.LossName];
        TextTable.Write(output,
        [
            ["rank", "trial", .. swept, .. measured, "best epoch", "epochs", "ended", "run"],
            .. ranked.Select(trial => (string[])
            [
                trial.Rank is { } rank ? NumberText.Format(rank) : None, NumberText.Format(trial.Trial),
                .. swept.Select(name => trial.Settings.First(value => value.Name == name).Value),
                .. new[] { trial.Value, trial.Validation?.Loss ?? double.NaN }.Take(measured.Length).Select(Number),
                trial.BestEpoch is { } best ? NumberText.Format(best + 1) : None, NumberText.Format(trial.Epochs), Words(trial.State),
                Shown(Path.Combine(folder.Path, trial.Run)),
            ]),
        ]);
    }

    /// <summary>The best trial, ready to be used, and the page that compares it with others; the last lines are those of a run.</summary>
    public void WriteEnd(IReadOnlyList<TrialRecord> ranked, string attributes)
    {
        var best = ranked[0];
        output.WriteLine($"best trial {NumberText.Format(best.Trial)}: {SweepPlan.Text(best.Settings)}");
        output.WriteLine($"as attributes: {attributes}");
        if (Compare(ranked) is { } page)
        {
            output.WriteLine($"report {page}");
        }
        output.WriteLine($"sweep {folder.Path}");
        output.WriteLine($"validation {objective.Name} {HumanNumber.Format(best.Value)}");
        output.WriteLine($"run {Path.Combine(folder.Path, best.Run)}");
    }

    private string? Compare(IReadOnlyList<TrialRecord> ranked)
    {
        RunHistory[] runs = [.. ranked.Where(static trial => trial.Epochs > 0).Take(MostCompared)
            .Select(trial => RunHistory.Read(RunFolder.Find(Path.Combine(folder.Path, trial.Run))))];
        if (runs.Length < 2)
        {
            return null;
        }
        var path = Path.Combine(folder.Path, Comparison.FileName);
        ReportFile.Write(LocalFileSystem.Instance, path, page => Comparison.Write(page, runs));
        return path;
    }

    private IEnumerable<string> Parts(TrialRecord trial)
    {
        yield return $"trial {NumberText.Format(trial.Trial)}/{NumberText.Format(record.Planned)}";
        yield return SweepPlan.Text(trial.Settings);
        yield return Words(trial.State);
        if (trial.Problem is { } problem)
        {
            yield return problem;
        }
        if (trial.BestEpoch is { } best)
        {
            yield return $"best epoch {NumberText.Format(best + 1)}";
            yield return $"{objective.Name} {Number(trial.Value)}";
        }
        yield return HumanNumber.Time(TimeSpan.FromSeconds(trial.Seconds));
        if (trial.Rank == 1)
        {
            yield return "the best so far";
        }
        if (_endedHere > 0 && _ended.Count < record.Planned)
        {
            yield return $"{HumanNumber.Time(_time.Elapsed / _endedHere * (record.Planned - _ended.Count))} left";
        }
    }

    private static string Number(double value) => double.IsNaN(value) ? None : HumanNumber.Format(value);

    private static string Words(TrialState state) => state switch
    {
        TrialState.EarlyStopped => "stopped early",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
