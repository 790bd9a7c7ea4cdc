using TrainSdk.Reports.Charts;

namespace TrainSdk.Reports;

/// <summary>
/// Writes one HTML page that needs no other file. Charts are drawn by a script from data at the page's end; the sentence and the table of
/// each stand in the page itself, for those who do not see it, or run no scripts.
/// </summary>
internal sealed class ReportPage
{
    private readonly TextWriter _page;
    private readonly List<Chart> _charts = [];
    private bool _isInSection;

    private ReportPage(TextWriter page) => _page = page;

    /// <summary>Writes a page.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="title">Its title.</param>
    /// <param name="isGoing">Whether a run is going, so that the page loads itself anew from time to time.</param>
    /// <param name="content">Writes what is in it.</param>
    public static void Write(TextWriter to, string title, bool isGoing, Action<ReportPage> content)
    {
        to.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>{ReportText.Html(title)}</title>
            <style>
            {ReportAssets.PlotStyle}
            {ReportAssets.Style}
            </style>
            </head>
            <body{(isGoing ? " data-going" : "")}>
            <main>

            """);
        var page = new ReportPage(to);
        content(page);
        page.EndSection();
        to.Write($"""
            </main>
            <script type="application/json" id="charts">{ChartJson.Of(page._charts)}</script>
            <script>
            /*!
            {ReportAssets.PlotLicence}
            */
            {ReportAssets.Plot}
            </script>
            <script>
            {ReportAssets.Script}
            </script>
            </body>
            </html>

            """);
    }

    /// <summary>Writes HTML as it is.</summary>
    public void Html(string html) => _page.Write(html);

    /// <summary>Begins a part of the page, and ends the one before.</summary>
    public void Section(string title, string note = "")
    {
        EndSection();
        _page.Write($"<section>\n<h2>{ReportText.Html(title)}</h2>\n");
        _isInSection = true;
        Note(note);
    }

    /// <summary>A sentence beside what is shown; nothing where it is empty.</summary>
    public void Note(string note)
    {
        if (note.Length > 0)
        {
            _page.Write($"<p class=\"faint\">{ReportText.Html(note)}</p>\n");
        }
    }

    /// <summary>Charts side by side where there is room; nothing for those that are null.</summary>
    public void Charts(params IReadOnlyList<Chart?> charts)
    {
        _page.Write("<div class=\"charts\">\n");
        foreach (var chart in charts.OfType<Chart>())
        {
            Figure(chart);
        }
        _page.Write("</div>\n");
    }

    /// <summary>A table; the first column heads its rows.</summary>
    /// <param name="caption">What it is a table of.</param>
    /// <param name="head">The columns' names.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="isText">Whether the cells are words, which stand at the left and may break.</param>
    /// <param name="isMarked">Whether a row is to be seen first; null for none.</param>
    public void Table(
        string caption, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows,
        bool isText = false, Func<int, bool>? isMarked = null)
    {
        BeginTable(caption, isText ? "text" : "", head);
        foreach (var (at, row) in rows.Index())
        {
            var cells = row.Skip(1).Select(static cell => $"<td>{ReportText.Html(cell)}</td>");
            var mark = isMarked?.Invoke(at) == true ? " class=\"changed\"" : "";
            _page.Write($"<tr{mark}><th scope=\"row\">{ReportText.Html(row[0])}</th>{string.Concat(cells)}</tr>\n");
        }
        EndTable();
    }

    /// <summary>Begins a table, whose rows the caller writes.</summary>
    public void BeginTable(string caption, string style, IReadOnlyList<string> head)
    {
        var label = ReportText.Html(caption);
        var heads = head.Select(static cell => $"<th scope=\"col\">{ReportText.Html(cell)}</th>");
        _page.Write($"<div class=\"scroll {style}\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>\n"
            + $"<caption>{label}</caption>\n<thead><tr>{string.Concat(heads)}</tr></thead>\n<tbody>\n");
    }

    /// <summary>Ends it.</summary>
    public void EndTable() => _page.Write("</tbody></table></div>\n");

    private void Figure(Chart chart)
    {
        _page.Write($"<figure>\n<figcaption><h3>{ReportText.Html(chart.Title)}</h3>");
        Note(chart.Note);
        _page.Write($"</figcaption>\n<div class=\"chart\" data-chart=\"{_charts.Count}\" role=\"img\" "
            + $"aria-label=\"{ReportText.Html(ChartSentence.Of(chart))}\"></div>\n");
        _charts.Add(chart);
        var (head, rows, of) = ChartTable.Of(chart);
        _page.Write("<details><summary>Table</summary>\n");
        Table(rows.Count < of ? $"{chart.Title}: {rows.Count} of {of} points, evenly spaced" : chart.Title, head, rows);
        _page.Write("</details>\n</figure>\n");
    }

    private void EndSection()
    {
        if (_isInSection)
        {
            _page.Write("</section>\n");
        }
    }
}
