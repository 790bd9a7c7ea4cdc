using System.Text.RegularExpressions;
using TrainSdk.Recording;
using TrainSdk.Reports;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Reports;

/// <summary>The page in a browser: no word on the console, a curve in every chart, nothing wider than a phone.</summary>
[Trait("Needs", "Chromium")]
public sealed class ReportInBrowserTests : IDisposable
{
    // Axes and grids are grey; only curves have a hue.
    private const string Look = """
        <script>
        setTimeout(() => {
          const coloured = canvas => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let count = 0;
            for (let at = 0; at < data.length; at += 4) {
              const [red, green, blue, alpha] = data.slice(at, at + 4);
              count += alpha > 128 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60;
            }
            return count;
          };
          const counts = [...document.querySelectorAll('[data-chart]')].map(chart => coloured(chart.querySelector('canvas')));
          const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          const message = `width ${innerWidth} beyond ${wide} charts ${counts.join(' ')} ground ${getComputedStyle(document.body).backgroundColor};`;
          (window.parent === window ? text => document.body.append(text) : text => parent.postMessage(text, '*'))(message);
        }, 1000);
        </script>
        """;

    private const int FewestPixels = 40;

    private readonly FullRun _run = new();

    [ChromiumFact]
    public void EveryChartOfARunIsDrawnAtEveryWidth()
    {
        ReportFile.Write(_run.Folder, RunStanding.Ended);

        Check(_run.Folder.Report, charts: 12);
    }

    [ChromiumFact]
    public void ARegressionsResidualsAreDrawn()
    {
        RunRecordFile.Write(_run.Folder, RunRecordFile.ReadConfig(_run.Folder) with { ClassNames = [] });
        var rows = Enumerable.Range(0, 40).Select(static at => $"validation,{at},s,1,{at + (at % 3)},{at}\n");
        File.WriteAllText(_run.Folder.Samples, "split,sample,name,loss,predicted,actual\n" + string.Concat(rows));
        ReportFile.Write(_run.Folder, RunStanding.Ended);

        Check(_run.Folder.Report, charts: 14);
    }

    [ChromiumFact]
    public void EveryChartOfAComparisonIsDrawn()
    {
        using var other = new FullRun("20261123-110000-Net", lr: 0.01);
        var page = Path.Combine(_run.Folder.Path, "comparison.html");
        using (var writer = new StreamWriter(page))
        {
            Comparison.Write(writer, [RunHistory.Read(_run.Folder), RunHistory.Read(other.Folder)]);
        }

        Check(page, charts: 6);
    }

    [ChromiumFact]
    public void ARunThatHasJustBegunHasAPageWithoutCharts()
    {
        foreach (var file in (string[])[_run.Folder.Result, _run.Folder.Steps, _run.Folder.Epochs, _run.Folder.Layers, _run.Folder.Confusion, _run.Folder.Samples])
        {
            File.Delete(file);
        }
        ReportFile.Write(_run.Folder, RunStanding.Going);

        Check(_run.Folder.Report, charts: 0);
    }

    public void Dispose() => _run.Dispose();

    // The page as it is, and within a frame as wide as a phone.
    private static void Check(string page, int charts)
    {
        var looked = Path.ChangeExtension(page, ".looked.html");
        File.WriteAllText(looked, File.ReadAllText(page).Replace("</body>", Look + "</body>", StringComparison.Ordinal));
        var framed = Path.ChangeExtension(page, ".framed.html");
        File.WriteAllText(framed, $"""
            <!doctype html><body><iframe src="{Path.GetFileName(looked)}" style="width:390px;height:700px;border:0"></iframe>
            <script>addEventListener('message', message => document.body.append(message.data));</script></body>
            """);

        Assert.True(Seen(looked, charts) > 1000);
        Assert.Equal(390, Seen(framed, charts));
    }

    private static int Seen(string page, int charts)
    {
        var (document, console) = Chromium.Open(page);
        Assert.Empty(console);
        var seen = Regex.Match(document, "width ([0-9]+) beyond ([0-9-]+) charts ([0-9 ]*) ground ([^;]+);");
        Assert.True(seen.Success, "the page's script did not come to its end");
        Assert.Equal("0", seen.Groups[2].Value);
        var counts = seen.Groups[3].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        Assert.Equal(charts, counts.Length);
        Assert.All(counts, static count => Assert.True(count >= FewestPixels, $"{count} coloured pixels"));
        return int.Parse(seen.Groups[1].Value);
    }
}
