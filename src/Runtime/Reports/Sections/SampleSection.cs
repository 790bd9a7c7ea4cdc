using TrainSdk.Inspection;
using TrainSdk.Recording;
using TrainSdk.Recording.History;

namespace TrainSdk.Reports.Sections;

/// <summary>The samples that the kept weights get most wrong: hard ones, and those with a wrong label.</summary>
internal static class SampleSection
{
    private static readonly (string Name, string Note)[] Splits =
    [
        ("validation", "The highest losses of the validation split, with the kept weights."),
        ("train", "The highest losses of the training split. What a model cannot learn by heart is often labelled wrong."),
    ];

    public static void Write(ReportPage page, RunHistory run)
    {
        foreach (var (split, note) in Splits)
        {
            SampleRow[] worst = [.. SamplesFile.Worst(run.Samples, split)];
            if (worst.Length == 0)
            {
                continue;
            }
            page.Section($"Worst samples, {split}", note);
            page.Html("<ul class=\"samples\">\n");
            foreach (var row in worst)
            {
                page.Html($"<li>{Shot(run, row)}<strong>{ReportText.Html(row.Name)}</strong><br>"
                    + $"loss {ReportText.Number(row.Loss)}{Said(row)}</li>\n");
            }
            page.Html("</ul>\n");
        }
    }

    private static string Said(SampleRow row) => row.Predicted.Length + row.Actual.Length == 0
        ? ""
        : $"<br>said {ReportText.Html(row.Predicted)}<br>meant {ReportText.Html(row.Actual)}";

    private static string Shot(RunHistory run, SampleRow row)
    {
        var path = Path.Combine(run.Folder.Path, SampleShots.Folder, SampleShots.NameOf(row.Split, row.Sample));
        var (picture, line) = (path + SampleShots.Picture, path + SampleShots.Line);
        if (!File.Exists(picture))
        {
            return File.Exists(line) ? $"<pre>{ReportText.Html(File.ReadAllText(line))}</pre>" : "";
        }
        var png = Convert.ToBase64String(File.ReadAllBytes(picture));
        return $"<img alt=\"{ReportText.Html(row.Name)}\" src=\"data:image/png;base64,{png}\">";
    }
}
