using TrainSdk.Advice;
using TrainSdk.Files;
using TrainSdk.Recording;
using TrainSdk.Reports;

namespace TrainSdk.CommandLine;

/// <summary><c>report</c>: writes a run's page anew, or a page that lays several runs beside each other. Loads no data.</summary>
internal sealed class ReportCommand(Surroundings surroundings) : ICommand
{
    private static readonly OptionSpec Output = new("--output", "FILE", "where to write the page", OptionGroup.Output)
    {
        Default = "report.html in the run, comparison.html for several",
        Expected = "a file such as report.html",
    };

    private static readonly OptionSpec Text = new(
        "--text", "", "prints what a run shows that should be changed, and writes no page", OptionGroup.Output)
    {
        Implied = "true",
    };

    public CommandSpec Spec { get; } = new(
        "report", "writes a page of a run's curves, layers, times and settings; of several runs a comparison", [Output, Text])
    {
        Arguments = "[RUN...]",
        MostArguments = int.MaxValue,
    };

    public int Run(ParsedArguments arguments)
    {
        RunFolder[] folders = [.. arguments.Arguments.DefaultIfEmpty(RunFolder.Latest).Select(RunFolder.Find)];
        if (arguments[Text] is not null)
        {
            return WriteFindings(folders);
        }
        var path = Path.GetFullPath(arguments[Output] ?? (folders.Length == 1 ? folders[0].Report : Comparison.FileName));
        if (folders.Length == 1)
        {
            Write(path, page => RunReport.Write(page, RunHistory.Read(folders[0]), ReportFile.StandingOf(folders[0])));
        }
        else
        {
            Write(path, page => Comparison.Write(page, [.. folders.Select(RunHistory.Read)]));
        }
        surroundings.Output.WriteLine($"report {path}");
        return ExitCode.Done;
    }

    private int WriteFindings(RunFolder[] folders)
    {
        foreach (var folder in folders)
        {
            surroundings.Output.WriteLine($"run {folder.Path}");
            FindingLines.Write(surroundings.Output, FindingCatalog.In(RunHistory.Read(folder)));
        }
        return ExitCode.Done;
    }

    private static void Write(string path, Action<TextWriter> page)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ReportFile.Write(LocalFileSystem.Instance, path, page);
    }
}
