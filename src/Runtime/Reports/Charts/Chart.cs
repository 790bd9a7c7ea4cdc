namespace TrainSdk.Reports.Charts;

/// <summary>A chart, with all that the page needs to draw it, to say it in a sentence, and to give its numbers as a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">What the horizontal axis counts.</param>
/// <param name="Series">The curves.</param>
internal sealed record Chart(string Title, string Unit, params IReadOnlyList<ChartSeries> Series)
{
    /// <summary>How to read it, in a sentence; empty where that goes without saying.</summary>
    public string Note { get; init; } = "";

    /// <summary>Optimizer steps in an epoch, for an axis of epochs; null for any other.</summary>
    public double? StepsPerEpoch { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool IsLog { get; init; }

    /// <summary>Whether it is drawn as points.</summary>
    public bool IsPoints { get; init; }

    /// <summary>Whether the line on which both axes are equal is drawn.</summary>
    public bool IsDiagonal { get; init; }

    /// <summary>Moments that mean something: the best epoch, a rollback.</summary>
    public IReadOnlyList<ChartMark> Moments { get; init; } = [];

    /// <summary>Values that mean something: where gradients are clipped.</summary>
    public IReadOnlyList<ChartMark> Levels { get; init; } = [];

    /// <summary>The chart of curves along the steps of a run; null where none of them has a number.</summary>
    public static Chart? Along(ChartAxis axis, string title, params IReadOnlyList<ChartSeries> series)
    {
        ChartSeries[] drawn = [.. series.Where(static each => each.HasValues)];
        return drawn.Length == 0 ? null : new Chart(title, axis.Unit, drawn) { StepsPerEpoch = axis.StepsPerEpoch };
    }
}
