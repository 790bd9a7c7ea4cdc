using System.Text.Json;
using System.Text.RegularExpressions;
using TrainSdk.Recording;
using TrainSdk.Reports;

namespace TrainSdk.Runtime.Tests.Reports;

public sealed class RunReportTests : IDisposable
{
    private readonly FullRun _run = new();

    [Fact]
    public void ThePageNeedsNothingElse()
    {
        var page = Page();

        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link rel=\"stylesheet\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.Contains("Copyright (c) 2022 Leon Sorokin", page, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryChartHasASentenceATableAndData()
    {
        var page = Page();
        var figures = Regex.Matches(page, "<figure>.*?</figure>", RegexOptions.Singleline).Select(static figure => figure.Value).ToArray();
        var charts = JsonDocument.Parse(Regex.Match(page, "<script type=\"application/json\" id=\"charts\">(.*?)</script>", RegexOptions.Singleline)
            .Groups[1].Value).RootElement;

        Assert.Equal(charts.GetArrayLength(), figures.Length);
        Assert.All(figures.Index(), figure =>
        {
            Assert.Matches($"data-chart=\"{figure.Index}\" role=\"img\" aria-label=\"[^\"]{{20,}}\"", figure.Item);
            Assert.Contains("<tbody>\n<tr>", figure.Item, StringComparison.Ordinal);
            var series = charts[figure.Index].GetProperty("series").EnumerateArray().ToArray();
            Assert.NotEmpty(series);
            Assert.All(series, static each => Assert.Contains(
                each.GetProperty("y").EnumerateArray(), static value => value.ValueKind == JsonValueKind.Number));
        });
    }

    [Fact]
    public void ItTellsHowTheRunEnded()
    {
        var page = Page();

        Assert.Contains("Ended: early stopped, 6 of 6 epochs; begun 2026-11-23 10:00 UTC.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>test accuracy</dt><dd>0.9</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>best epoch</dt><dd>5</dd>", page, StringComparison.Ordinal);
        Assert.Contains("1 step without a finite gradient changed no weight", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"reload\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesOfOtherOriginThanTheAttributesStandFirst() => Assert.Contains(
        "<tbody>\n<tr class=\"changed\"><th scope=\"row\">lr</th><td>0.001</td><td>--lr</td></tr>\n<tr><th scope=\"row\">epochs</th>",
        Page(), StringComparison.Ordinal);

    [Fact]
    public void TheShareOfClippedStepsIsCountedByEpoch()
    {
        var steps = RunHistory.Read(_run.Folder).Steps.Where(static step => step.Epoch == 2).ToArray();
        var share = steps.Count(static step => step.GradNorm > 1) / (double)steps.Length;

        Assert.InRange(share, 0.01, 0.99);
        Assert.Contains($"<tr><th scope=\"row\">3</th><td>{ReportText.Number(share)}</td></tr>", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheTimeIsSplitIntoItsParts()
    {
        var page = Page();

        Assert.Contains("aria-label=\"data 15.0 %, forward 30.0 %, backward 35.0 %, optimizer 5.0 %, rest 15.0 %\"", page, StringComparison.Ordinal);
        Assert.Contains("</span>data</th><td>1.8</td><td>15.0 %</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfClassesAreTextAndNothingElse()
    {
        var page = Page();

        Assert.DoesNotContain(FullRun.IllName, page, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWorstSamplesStandFirstWithTheirPictures()
    {
        var page = Page();
        var worst = page.Split("<h2>Worst samples, validation</h2>")[1].Split("</section>")[0];

        Assert.Matches("<ul class=\"samples\">\n<li><img alt=\"b.png\" src=\"data:image/png;base64,[^\"]+\"><strong>b.png</strong><br>loss 3.25<br>said dog<br>meant cat</li>", worst);
        Assert.Equal(3, Regex.Count(worst, "<li>"));
        Assert.Contains("<li><pre>1  2  3 &lt;</pre><strong>d.png</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheMetricTheSamplesAreCounted()
    {
        File.Delete(_run.Folder.Confusion);

        var page = Page();

        Assert.Contains("<h2>Confusion, validation</h2>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"row\">cat</th><td style=\"--share:0.5\">1</td><td style=\"--share:0.5\">1</td><td style=\"--share:0\">0</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ARegressionHasItsResiduals()
    {
        RunRecordFile.Write(_run.Folder, RunRecordFile.ReadConfig(_run.Folder) with { ClassNames = [] });
        File.WriteAllText(_run.Folder.Samples, "split,sample,name,loss,predicted,actual\nvalidation,0,a,0.25,1.5,1\nvalidation,1,b,1,0,-1\n");

        var page = Page();

        Assert.Contains("\"name\":\"predicted\",\"colour\":0,\"dashed\":false,\"x\":[-1,1],\"y\":[0,1.5]", page, StringComparison.Ordinal);
        Assert.Contains("\"x\":[-1,1],\"y\":[1,0.5]", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ElementsAreClosedInTheirOrder()
    {
        var open = new Stack<string>();
        var body = Regex.Replace(Page().Split("<main>")[1].Split("</main>")[0], "<(input|img|br)[^>]*>", "");
        foreach (Match tag in Regex.Matches(body, "<(/?)([a-z0-9]+)[^>]*>"))
        {
            if (tag.Groups[1].Length == 0)
            {
                open.Push(tag.Groups[2].Value);
            }
            else
            {
                Assert.Equal(open.Pop(), tag.Groups[2].Value);
            }
        }
        Assert.Empty(open);
    }

    [Fact]
    public void ThePageOfARunThatIsGoingLoadsItselfAnew()
    {
        File.Delete(_run.Folder.Result);

        var page = Page(RunStanding.Going);

        Assert.Contains("<body data-going>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"reload\"", page, StringComparison.Ordinal);
        Assert.Contains("Training, 6 of 6 epochs done", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatARunDoesNotHaveIsAbsent()
    {
        foreach (var file in (string[])[_run.Folder.Layers, _run.Folder.Confusion, _run.Folder.Events, _run.Folder.Samples])
        {
            File.Delete(file);
        }

        var page = Page();

        Assert.DoesNotContain("<h2>Layers</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Confusion", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Events</h2>", page, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();

    private string Page(RunStanding standing = RunStanding.Ended)
    {
        var page = new StringWriter { NewLine = "\n" };
        RunReport.Write(page, RunHistory.Read(_run.Folder), standing);
        return page.ToString();
    }
}
