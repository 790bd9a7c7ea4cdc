using Spectre.Console;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Terminal;

/// <summary>A row per epoch, in columns that fit the terminal: the widest rows lose the less important ones.</summary>
internal sealed class EpochTable
{
    private const int Numbers = 9;
    private const int Gap = 2;

    private readonly IReadOnlyList<EpochColumn> _columns;

    /// <summary>Chooses the columns.</summary>
    /// <param name="run">The run.</param>
    /// <param name="first">The first epoch, whose metrics name columns.</param>
    /// <param name="width">Characters of a row.</param>
    /// <param name="isBest">Whether an epoch's validation loss is the lowest so far.</param>
    public EpochTable(RunOutline run, EpochSummary first, int width, Func<EpochSummary, bool> isBest)
    {
        var columns = All(run, first, isBest).ToList();
        while (columns.Sum(static column => column.Width + Gap) > width && columns.Count > 2)
        {
            columns.Remove(columns.MaxBy(static column => column.Rank)!);
        }
        _columns = columns;
    }

    /// <summary>The names of the columns.</summary>
    public Paragraph Head => Row(static column => (column.Name, Looks.Label));

    /// <summary>An epoch.</summary>
    public Paragraph Of(EpochSummary epoch) => Row(column => (column.Cell(epoch), column.Look(epoch)));

    private static IEnumerable<EpochColumn> All(RunOutline run, EpochSummary first, Func<EpochSummary, bool> isBest)
    {
        var hasValidation = !first.Validation.Equals(Evaluation.None);
        var (prefix, metrics) = hasValidation ? ("val", first.Validation.Metrics) : ("train", first.Train.Metrics);
        var last = NumberText.Format(run.Epochs);
        yield return new("epoch", 0, (2 * last.Length) + 1, epoch => $"{NumberText.Format(epoch.Epoch + 1)}/{last}");
        yield return new("train loss", 2, Numbers, static epoch => HumanNumber.Short(epoch.Train.Loss));
        if (hasValidation)
        {
            yield return new("val loss", 1, Numbers, static epoch => HumanNumber.Short(epoch.Validation.Loss))
            {
                Look = epoch => isBest(epoch) ? Looks.Good : Looks.Plain,
            };
        }
        foreach (var (at, metric) in metrics.Index())
        {
            yield return new($"{prefix} {metric.Name}", at == 0 ? 3 : 5 + at, Numbers, epoch => Metric(epoch, hasValidation, at));
        }
        yield return new("lr", 5, Numbers, static epoch => HumanNumber.Short(epoch.Lr));
        yield return new("grad norm", 5, Numbers, static epoch => HumanNumber.Short(epoch.GradNorm));
        yield return new("samples/s", int.MaxValue, Numbers, static epoch => HumanNumber.Short(epoch.SamplesPerSecond));
        yield return new("time", 4, "59m59s".Length, static epoch => HumanNumber.Time(TimeSpan.FromSeconds(epoch.Seconds)));
    }

    private static string Metric(EpochSummary epoch, bool hasValidation, int at)
    {
        var metrics = (hasValidation ? epoch.Validation : epoch.Train).Metrics;
        return at < metrics.Count ? HumanNumber.Short(metrics[at].Value) : "";
    }

    private Paragraph Row(Func<EpochColumn, (string Text, Style Look)> cell)
    {
        var row = new Paragraph();
        foreach (var column in _columns)
        {
            var (text, look) = cell(column);
            row.Append($"{text.PadLeft(column.Width)}{new string(' ', Gap)}", look);
        }
        return row.Append("\n");
    }
}
