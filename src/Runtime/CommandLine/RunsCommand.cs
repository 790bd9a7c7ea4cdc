using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary><c>runs</c>: a table of the runs in the working directory.</summary>
internal sealed class RunsCommand(Surroundings surroundings) : ICommand
{
    private const string Unknown = "-";

    public CommandSpec Spec { get; } = new("runs", $"lists the runs in the folder {RunFolder.RunsFolder}, oldest first", []);

    public int Run(ParsedArguments arguments)
    {
        var runs = RunFolder.All();
        if (runs.Count == 0)
        {
            surroundings.Output.WriteLine($"there is no run in {Path.GetFullPath(RunFolder.RunsFolder)}");
            return ExitCode.Done;
        }
        TextTable.Write(surroundings.Output, [["run", "best epoch", "epochs", "metric", "value", "ended"], .. runs.Select(Row)]);
        return ExitCode.Done;
    }

    private static string[] Row(RunFolder run)
    {
        var name = Path.GetFileName(run.Path);
        if (RunRecordFile.ReadResult(run) is not { } result)
        {
            return [name, Unknown, Unknown, Unknown, Unknown, "not finished"];
        }
        var (split, measured) = result.Test is { } test ? ("test", test) : ("validation", result.Validation);
        return
        [
            name,
            result.BestEpoch is { } best ? NumberText.Format(best + 1) : Unknown,
            NumberText.Format(result.Epochs),
            measured is null ? Unknown : $"{split} {measured.Metric}",
            measured is null ? Unknown : HumanNumber.Format(measured.Value),
            Enum.TryParse<Training.StopReason>(result.StopReason, out var stop) ? RunLines.Words(stop) : result.StopReason,
        ];
    }
}
