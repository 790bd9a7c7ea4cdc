using System.Globalization;
using TrainSdk.Metrics;

namespace TrainSdk.Recording;

/// <summary>Reads the epochs of a run that goes on back from its <c>epochs.csv</c>.</summary>
internal static class EpochRows
{
    /// <summary>The summaries, the first epoch first; none where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metrics">What the run measures; null for nothing but the loss.</param>
    /// <exception cref="TrainException">A row is none.</exception>
    public static IReadOnlyList<EpochSummary> Read(string path, MetricSet? metrics)
    {
        if (!File.Exists(path))
        {
            return [];
        }
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select((line, at) => Summary(path, at + 2, header, line.Split(','), metrics))];
    }

    private static EpochSummary Summary(string path, int line, string[] header, string[] cells, MetricSet? metrics)
    {
        double Value(string column) =>
            Array.IndexOf(header, column) is >= 0 and var at && at < cells.Length
            && double.TryParse(cells[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new TrainException($"{path}, line {line}: there is no number in the column '{column}'; the file was changed");
        double Time(string part) => header.Contains($"{part}_seconds") ? Value($"{part}_seconds") : double.NaN;
        Evaluation Split(string split) => new(
            Value($"{split}_loss"), metrics?.Named(name => Value($"{split}_{name}")) ?? []);
        var validation = Split("val");
        return new EpochSummary
        {
            Epoch = (int)Value("epoch"),
            Step = (long)Value("step"),
            Lr = Value("lr"),
            Train = Split("train"),
            Validation = double.IsNaN(validation.Loss) ? Evaluation.None : validation,
            GradNorm = Value("grad_norm"),
            Seconds = Value("seconds"),
            SamplesPerSecond = Value("samples_per_second"),
            FirstBadStep = null,
            Times = new(Time("data"), Time("forward"), Time("backward"), Time("optimizer"), Time("validation"), Time("checkpoint")),
        };
    }
}
