namespace TrainSdk.Reports.Charts;

/// <summary>A line across a chart with a few words on it.</summary>
/// <param name="At">Where, on the axis that it stands on.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct ChartMark(double At, string Text);
