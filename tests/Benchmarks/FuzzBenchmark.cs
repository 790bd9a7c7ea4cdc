using TrainSdk.Benchmarks.Fuzz;
using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks;

/// <summary>Whether files from strangers can do harm.</summary>
internal sealed class FuzzBenchmark : IBenchmark
{
    private const int Files = 100_000;
    private const int QuickFiles = 1000;
    private const int FilesPerNews = 10_000;

    public string Name => "fuzz";

    public string Summary => "100,000 damaged and forged files of every format: refused, or weights as they were saved and data that are read alike twice";

    public void Run(BenchmarkOptions options, Report report)
    {
        var files = options.Quick ? QuickFiles : Files;
        var folder = Directory.CreateTempSubdirectory("trainsdk-fuzz-");
        List<string[]> rows = [["format", "files", "refused", "damaged, unharmed", "forged, accepted", "most kB for one", "MB grown"]];
        try
        {
            IFuzzSubject[] subjects = [new SafetensorsSubject(folder.FullName), new PtSubject("checkpoint.pt"), .. DataSubjects.All];
            foreach (var subject in subjects)
            {
                var run = new FuzzRun(subject, folder.FullName);
                run.Run(files, number => Tell(number, subject, report));
                rows.Add([subject.Name, $"{files}", $"{run.Refused}", $"{run.Unharmed}", $"{run.Accepted}", $"{run.MostBytes / 1000}", Report.Number(run.Growth)]);
                var refused = (double)run.Refused / files;
                report.Ratio($"fuzz.{subject.Name}.refused/all", new Spread(refused, refused, refused));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        report.Table(rows);
        report.Ratios();
    }

    private static void Tell(int number, IFuzzSubject subject, Report report)
    {
        if (number % FilesPerNews == 0)
        {
            report.Progress($"{subject.Name}, {number} files");
        }
    }
}
