using TrainSdk.Recording;
using System.Globalization;
using TrainSdk.Recording.History;
using TrainSdk.Settings;

namespace TrainSdk.Reports.Sections;

/// <summary>Which class was taken for which, with the kept weights.</summary>
internal static class ConfusionSection
{
    private const int MostClasses = 40;
    private const int MostPairs = 10;
    private const string Split = "validation";

    public static void Write(ReportPage page, RunHistory run)
    {
        foreach (var split in run.Confusion.Count > 0 ? run.Confusion : Counted(run))
        {
            page.Section($"Confusion, {split.Split}", "A row for each class that was meant, a column for each that was said.");
            if (split.Classes.Count <= MostClasses)
            {
                Matrix(page, split);
            }
            Pairs(page, split);
        }
    }

    // Without the metric, the samples of the validation split are counted.
    private static IReadOnlyList<ConfusionCounts> Counted(RunHistory run)
    {
        var names = run.Config.ClassNames;
        var rows = run.Samples.Where(row => row.Split == Split && names.Contains(row.Actual) && names.Contains(row.Predicted)).ToArray();
        if (rows.Length == 0)
        {
            return [];
        }
        var counts = names.Select(_ => new long[names.Count]).ToArray();
        var indices = names.Index().DistinctBy(static name => name.Item).ToDictionary(static name => name.Item, static name => name.Index);
        foreach (var row in rows)
        {
            counts[indices[row.Actual]][indices[row.Predicted]]++;
        }
        return [new ConfusionCounts(Split, names, counts)];
    }

    private static void Matrix(ReportPage page, ConfusionCounts split)
    {
        page.BeginTable($"Confusion of the {split.Split} split", "confusion", ["meant \\ said", .. split.Classes]);
        foreach (var (name, counts) in split.Classes.Zip(split.Counts))
        {
            var all = Math.Max(1, counts.Sum());
            var cells = counts.Select(count => $"<td style=\"--share:{Share(count, all)}\">{NumberText.Format(count)}</td>");
            page.Html($"<tr><th scope=\"row\">{ReportText.Html(name)}</th>{string.Concat(cells)}</tr>\n");
        }
        page.EndTable();
    }

    private static void Pairs(ReportPage page, ConfusionCounts split)
    {
        var pairs = split.Counts
            .SelectMany(static (counts, meant) => counts.Select((count, said) => (Meant: meant, Said: said, Count: count)))
            .Where(static pair => pair.Meant != pair.Said && pair.Count > 0)
            .OrderByDescending(static pair => pair.Count)
            .Take(MostPairs)
            .Select(pair => (string[])
            [
                split.Classes[pair.Meant], split.Classes[pair.Said], NumberText.Format(pair.Count),
                ReportText.Percent((double)pair.Count / split.Counts[pair.Meant].Sum()),
            ])
            .ToArray();
        if (pairs.Length > 0)
        {
            page.Table("Taken for another most often", ["meant", "said", "times", "share of the class"], pairs);
        }
    }

    private static string Share(long count, long all) => ((double)count / all).ToString("0.###", CultureInfo.InvariantCulture);
}
