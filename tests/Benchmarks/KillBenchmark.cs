using TrainSdk.Benchmarks.Kill;
using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks;

/// <summary>Whether a run that is killed loses anything.</summary>
internal sealed class KillBenchmark : IBenchmark
{
    private const int TrialsByDefault = 100;
    private const int QuickTrials = 10;

    public string Name => "kill";

    public string Summary => "runs killed with SIGKILL at random instants and resumed: the same bits as one that nobody killed";

    public void Run(BenchmarkOptions options, Report report)
    {
        var trials = options.Trials ?? (options.Quick ? QuickTrials : TrialsByDefault);
        var place = Directory.CreateTempSubdirectory("trainsdk-kill-");
        var whole = Path.Combine(place.FullName, "whole");
        var (weights, duration) = KillProcess.ToTheEnd(whole);
        report.Line(FormattableString.Invariant($"a whole run takes {duration.TotalSeconds:F2} s after its beginning"));
        var trial = new KillTrial(whole, weights, duration);
        for (var number = 0; number < trials; number++)
        {
            report.Progress($"trial {number + 1} of {trials}");
            var folder = Path.Combine(place.FullName, $"{number}");
            trial.Run(folder, new Random(number));
            Directory.Delete(folder, recursive: true);
        }
        place.Delete(recursive: true);
        report.Table(["trials", "kills", "kills in the middle of a file", "the same bits"], [$"{trials}", $"{trial.Kills}", $"{trial.HalfWritten}", $"{trials}"]);
        report.Ratio("kill.identical/trials", new Spread(1, 1, 1));
        report.Ratios();
    }
}
