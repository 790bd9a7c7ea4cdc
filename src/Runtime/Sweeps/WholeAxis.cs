using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>
/// A range of whole numbers, both ends included, drawn evenly or, with <c>:log</c>, by the logarithm of a real number from half below the
/// least to half above the most, which is then rounded.
/// </summary>
/// <param name="Setting">Name of the setting.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The most, above it.</param>
/// <param name="IsLog">Whether their logarithms are drawn evenly.</param>
internal sealed record WholeAxis(string Setting, long Low, long High, bool IsLog) : SweepAxis(Setting)
{
    private const int MostCounted = 100;
    private const double Half = 0.5;

    public override IReadOnlyList<string>? Values => IsLog || High - Low >= MostCounted
        ? null
        : [.. Enumerable.Range(0, (int)(High - Low) + 1).Select(at => NumberText.Format(Low + at))];

    public override IReadOnlyList<string> Edges => [NumberText.Format(Low), NumberText.Format(High)];

    public override string Text => AxisText.Range(Edges, IsLog);

    public override string At(double share) => NumberText.Format(Math.Clamp(Drawn(share), Low, High));

    private long Drawn(double share) => IsLog
        ? (long)Math.Round((Low - Half) * Math.Pow((High + Half) / (Low - Half), share))
        : Low + (long)Math.Floor((High - Low + 1.0) * share);
}
