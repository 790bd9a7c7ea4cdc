using Spectre.Console;
using TrainSdk.Terminal;

namespace TrainSdk.Runtime.Tests.Terminal;

public sealed class PinnedLinesTests
{
    [Fact]
    public void LinesAtTheFootAreReplacedAndOthersPassAbove()
    {
        var screen = new Screen();
        var lines = new PinnedLines(screen.Console);
        lines.Show(new Paragraph("one"), new Paragraph("two"));
        lines.WriteAbove(new Paragraph("above\n"));
        Assert.Equal(["above", "one", "two"], screen.Lines);

        lines.Show(new Paragraph("three"));
        lines.WriteAbove(new Paragraph("again\n"));
        Assert.Equal(["above", "again", "three"], screen.Lines);

        lines.Show();
        Assert.Equal(["above", "again"], screen.Lines);
        Assert.DoesNotContain("\e[?25", screen.Sent);
    }

    [Fact]
    public void ALineIsCutBeforeTheEdgeAndWhatStaysIsWrapped()
    {
        var screen = new Screen(width: 10);
        var lines = new PinnedLines(screen.Console);
        lines.Show(new Paragraph("0123456789abcdef"));
        lines.WriteAbove(new Paragraph("some words that are long\n"));
        Assert.Equal(["some words", "that are", "long", "012345678"], screen.Lines);
    }

    [Fact]
    public void NoMoreLinesArePinnedThanFit()
    {
        var screen = new Screen(height: 3);
        new PinnedLines(screen.Console).Show(new Paragraph("one"), new Paragraph("two"), new Paragraph("three"));
        Assert.Equal(["one", "two"], screen.Lines);
    }

    [Fact]
    public void WhatAProgramWritesPassesAboveByLines()
    {
        var screen = new Screen();
        var lines = new PinnedLines(screen.Console);
        lines.Show(new Paragraph("foot"));
        using (var writer = new LineWriter(lines))
        {
            writer.Write("half ");
            Assert.Equal(["foot"], screen.Lines);
            writer.Write("a line\r\nand [bold]two\n");
            writer.WriteLine("three");
            writer.WriteLine();
            writer.Write("unfinished");
        }
        Assert.Equal(["half a line", "and [bold]two", "three", "", "unfinished", "foot"], screen.Lines);
    }
}
