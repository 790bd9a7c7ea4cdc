using TrainSdk.Recording;
using TrainSdk.Recording.History;

namespace TrainSdk.Reports.Charts;

/// <summary>A number of every optimizer step as a curve.</summary>
internal static class StepCurve
{
    /// <summary>The curve; of a long run neighbouring steps become their mean, within a band from their lowest to their highest.</summary>
    public static ChartSeries Of(RunHistory run, ChartAxis axis, string name, int colour, Func<StepRow, double> value) =>
        Thinned.Curve(name, run.Steps.Count, at => axis.At(run.Steps[at].Step), at => value(run.Steps[at])) with { Colour = colour };
}
