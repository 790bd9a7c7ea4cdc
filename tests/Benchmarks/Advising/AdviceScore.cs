namespace TrainSdk.Benchmarks.Advising;

/// <summary>Cells of the table of findings × runs, each a run with one seed and one finding.</summary>
/// <param name="Must">Cells in which something must be told of.</param>
/// <param name="Told">Those of them in which it was.</param>
/// <param name="MustNot">Cells in which nothing may be told of.</param>
/// <param name="Untrue">Those of them in which something was.</param>
internal readonly record struct AdviceScore(int Must, int Told, int MustNot, int Untrue)
{
    /// <summary>The cells of one run.</summary>
    public static AdviceScore Of(IllRun run, IReadOnlyCollection<string> found, int findings) => new(
        run.Must.Length, run.Must.Count(found.Contains),
        findings - run.Must.Union(run.May).Count(), found.Except(run.Must).Except(run.May).Count());

    public static AdviceScore operator +(AdviceScore one, AdviceScore other) =>
        new(one.Must + other.Must, one.Told + other.Told, one.MustNot + other.MustNot, one.Untrue + other.Untrue);

    public override string ToString() => FormattableString.Invariant(
        $"must {Told} of {Must} ({(Must == 0 ? 100 : 100.0 * Told / Must):F1} %), must-not told {Untrue} of {MustNot}");
}
