using Spectre.Console;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Terminal;

/// <summary>What a run came to: the loss and every metric of each split, with the weights that were kept.</summary>
internal static class ResultTable
{
    /// <summary>The table; null where nothing was measured.</summary>
    /// <param name="history">All epochs.</param>
    /// <param name="bestEpoch">The epoch of the kept weights, from 0; null for weights of no single epoch.</param>
    /// <param name="validation">The validation split with these weights; null without one.</param>
    /// <param name="test">The test split with these weights; null without one.</param>
    /// <param name="hasUnicode">Whether the terminal shows more than ASCII.</param>
    public static Table? Of(
        IReadOnlyList<EpochSummary> history, int? bestEpoch, Evaluation? validation, Evaluation? test, bool hasUnicode)
    {
        var best = history.FirstOrDefault(epoch => epoch.Epoch == bestEpoch);
        List<(string Name, Evaluation? Values)> splits =
            [("in training", best?.Train), ("validation", validation), ("test", test)];
        splits.RemoveAll(static split => split.Values is null);
        if (splits.Count == 0)
        {
            return null;
        }
        var table = new Table { Border = hasUnicode ? TableBorder.Rounded : TableBorder.Ascii };
        table.AddColumn(new TableColumn(new Paragraph(best is null ? "" : $"epoch {NumberText.Format(best.Epoch + 1)}", Looks.Label)));
        foreach (var (name, _) in splits)
        {
            table.AddColumn(new TableColumn(new Paragraph(name, Looks.Label)) { Alignment = Justify.Right });
        }
        var names = splits.SelectMany(static split => split.Values!.Value.Metrics).Select(static metric => metric.Name).Distinct();
        foreach (var name in names.Prepend(Evaluation.LossName))
        {
            table.AddRow([new Paragraph(name), .. splits.Select(split => new Paragraph(Cell(split.Values!.Value, name)))]);
        }
        return table;
    }

    private static string Cell(Evaluation values, string name) => name == Evaluation.LossName
        ? HumanNumber.Format(values.Loss)
        : values.Metrics.Where(metric => metric.Name == name).Select(static metric => HumanNumber.Format(metric.Value)).FirstOrDefault("");
}
