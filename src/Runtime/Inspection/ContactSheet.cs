using System.Globalization;
using System.Net;
using TrainSdk.Data;
using TrainSdk.Settings;

namespace TrainSdk.Inspection;

/// <summary>Writes what was found in the data as one HTML page that needs no other file, for people to look at before they train.</summary>
internal sealed class ContactSheet
{
    private const int MostRows = 200;
    private const double Whole = 100;

    private readonly TextWriter _page;
    private readonly DataReport _report;

    private ContactSheet(TextWriter page, DataReport report)
    {
        _page = page;
        _report = report;
    }

    /// <summary>Writes the page.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="report">What was found.</param>
    /// <param name="encoding">How training encodes inputs.</param>
    /// <param name="seed">The run's seed, which augmentations depend on.</param>
    public static void Write(TextWriter page, string model, DataReport report, InputEncoding encoding, long seed)
    {
        var sheet = new ContactSheet(page, report);
        page.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Data of {Text(model)}</title>
            <style>
            {SheetStyle.Css}</style>
            </head>
            <body>
            <h1>Data of {Text(model)}</h1>

            """);
        sheet.Head();
        sheet.Warnings();
        sheet.Classes();
        sheet.Values();
        new SheetGallery(page, report, encoding, seed).Write();
        page.Write("</body>\n</html>\n");
    }

    /// <summary>Text as it can stand in HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A number for people.</summary>
    public static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private void Head()
    {
        var form = _report.Train.Data.Sources[0].Form;
        var splits = _report.Splits.Select(static split => $"{split.Name} {NumberText.Format(split.Data.Count)}");
        var type = form.Type.ToString().ToLowerInvariant();
        _page.Write($"<p>{Text(string.Join(" · ", splits))} samples · inputs {Text(form.ShapeText)} {type}</p>\n");
    }

    private void Warnings()
    {
        if (_report.Warnings.Count == 0)
        {
            _page.Write("<p class=\"faint\">No sample stands in two splits, and nothing else was found that needs a look.</p>\n");
            return;
        }
        _page.Write("<div class=\"warnings\"><ul>\n");
        foreach (var warning in _report.Warnings)
        {
            _page.Write($"<li>{Text(warning)}</li>\n");
        }
        _page.Write("</ul></div>\n");
    }

    private void Classes()
    {
        if (_report.Train.Labels.Length == 0)
        {
            return;
        }
        long[][] counts = [.. _report.Splits.Select(static split => split.ClassCounts)];
        var most = Math.Max(1, counts[0].Max());
        var heads = _report.Splits.Select(static split => $"<th>{split.Name}</th>");
        _page.Write($"<h2>Classes</h2>\n<div class=\"scroll\"><table>\n<tr><th>class</th>{string.Concat(heads)}<th></th></tr>\n");
        foreach (var (index, name) in _report.Train.Data.ClassNames.Index().Take(MostRows))
        {
            var cells = counts.Select(split => $"<td>{NumberText.Format(split[index])}</td>");
            var width = Number(Whole * counts[0][index] / most);
            var bar = $"<td class=\"bar\"><div style=\"width:{width}%\"></div></td>";
            _page.Write($"<tr><td>{Text(name)}</td>{string.Concat(cells)}{bar}</tr>\n");
        }
        _page.Write("</table></div>\n");
    }

    private void Values()
    {
        if (_report.Train.Ranges.Count == 0)
        {
            return;
        }
        var what = _report.Train.Data.InputShape.Length switch { 1 => "column", 3 => "channel", _ => "values" };
        _page.Write("<h2>Values of the training split</h2>\n<div class=\"scroll\"><table>\n"
            + $"<tr><th>{what}</th><th>lowest</th><th>highest</th><th>mean</th><th>standard deviation</th></tr>\n");
        foreach (var range in _report.Train.Ranges.Take(MostRows))
        {
            double[] numbers = [range.Low, range.High, range.Mean, range.Deviation];
            var cells = numbers.Select(static number => $"<td>{Number(number)}</td>");
            _page.Write($"<tr><td>{Text(range.Name)}</td>{string.Concat(cells)}</tr>\n");
        }
        _page.Write("</table></div>\n");
    }
}
