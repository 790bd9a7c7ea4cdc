using System.Globalization;
using TrainSdk.Benchmarks.Kills;
using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks;

/// <summary>Whether a run that is killed at any instant, and resumed, is the run that nobody killed.</summary>
internal sealed class KillBenchmark : IBenchmark
{
    private const int TrialsByDefault = 100;
    private static readonly TimeSpan UsualCheckpoints = TimeSpan.FromMinutes(1);

    public string Name => "kill";

    public string Summary => "runs killed with SIGKILL at random instants and resumed, beside one that was not";

    public void Run(BenchmarkOptions options, Report report)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        try
        {
            Run(folder, options, report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string folder, BenchmarkOptions options, Report report)
    {
        var (seed, threads) = (options.Seed, options.Threads[0]);
        report.Progress("the run that nobody kills");
        var whole = Path.Combine(folder, "whole");
        var (_, time) = KilledProcess.Run(whole, seed, threads, UsualCheckpoints, KilledChild.Training, killAfter: null);
        if (!RunComparison.HasEveryStepOnce(whole))
        {
            throw new TrainException("the run that nobody killed lacks a step in steps.csv, or has one twice");
        }
        var trials = new KillTrial[options.Trials ?? (options.Quick ? 1 : TrialsByDefault)];
        var progress = new Lock();
        Parallel.For(0, trials.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, trial =>
        {
            var run = Path.Combine(folder, trial.ToString(CultureInfo.InvariantCulture));
            trials[trial] = KillTrial.Run(run, whole, time, seed, threads, new Random(unchecked((seed * 1_000_003) + trial)));
            lock (progress)
            {
                report.Progress($"trial {trial + 1} of {trials.Length}: {trials[trial].Kills.Count} kills, {Outcome(trials[trial])}");
            }
        });
        Tell(trials, time, seed, report);
        var failed = trials.Count(static trial => trial.Failures.Count > 0);
        if (failed > 0)
        {
            throw new TrainException($"{failed} of {trials.Length} killed runs are not the run that nobody killed; --seed {seed} repeats it");
        }
    }

    private static void Tell(KillTrial[] trials, TimeSpan time, int seed, Report report)
    {
        var kills = trials.SelectMany(static trial => trial.Kills).ToArray();
        List<string[]> rows = [["where the kill fell", "kills", "most in one trial"]];
        rows.AddRange(Enum.GetValues<KillPlace>().Select(place => (string[])[
            Words(place), $"{kills.Count(kill => kill == place)}", $"{trials.Max(trial => trial.Kills.Count(kill => kill == place))}"]));
        rows.Add(["all", $"{kills.Length}", $"{trials.Max(static trial => trial.Kills.Count)}"]);
        report.Line($"seed {seed}; the run that nobody killed trained for {Report.Number(time.TotalSeconds)} s");
        report.Table(rows);
        for (var trial = 0; trial < trials.Length; trial++)
        {
            foreach (var failure in trials[trial].Failures)
            {
                report.Line($"trial {trial + 1}: {failure}");
            }
        }
        report.Ratio("kill.same-bits/trials", Spread.Of(trials.Select(static trial => trial.Failures.Count == 0 ? 1.0 : 0.0)));
        report.Ratio("kill.kills/trial", Spread.Of(trials.Select(static trial => (double)trial.Kills.Count)));
        report.Ratio("kill.while-writing/trial", Spread.Of(trials.Select(static trial => (double)trial.WhileWriting)));
        report.Ratios();
    }

    private static string Words(KillPlace place) => place switch
    {
        KillPlace.BeforeTheFirstCheckpoint => "before the first checkpoint",
        KillPlace.BestWeights => "best.safetensors.next was being written",
        KillPlace.LastCheckpoint => "last.safetensors.tmp was being written",
        KillPlace.BetweenTheRenames => "between the two renames",
        KillPlace.OtherFile => "another file was being written",
        _ => "between writes",
    };

    private static string Outcome(KillTrial trial) =>
        trial.Failures.Count == 0 ? "the same bits" : $"failed: {string.Join(", ", trial.Failures.Take(3))}";
}
