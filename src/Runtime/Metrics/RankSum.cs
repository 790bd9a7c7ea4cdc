namespace TrainSdk.Metrics;

/// <summary>The area under the receiver operating characteristic, from ranks.</summary>
internal static class RankSum
{
    /// <summary>
    /// The probability that a sample with yes scores above one with no, a tie counting half (Mann and Whitney, 1947). NaN where only one
    /// of them occurs, or a score is NaN.
    /// </summary>
    /// <param name="scores">A score per sample; sorted in place.</param>
    /// <param name="isYes">What was wanted; follows the scores.</param>
    public static double Area(double[] scores, bool[] isYes)
    {
        if (scores.Any(double.IsNaN))
        {
            return double.NaN;
        }
        Array.Sort(scores, isYes);
        var (ranks, yes) = (0.0, 0L);
        for (var start = 0; start < scores.Length;)
        {
            var (end, tied) = (start, 0);
            for (; end < scores.Length && scores[end] == scores[start]; end++)
            {
                tied += isYes[end] ? 1 : 0;
            }
            // the ranks start + 1 to end, averaged over the tie
            ranks += tied * (start + 1.0 + end) / 2;
            yes += tied;
            start = end;
        }
        var no = scores.Length - yes;
        return yes == 0 || no == 0 ? double.NaN : (ranks - (yes * (yes + 1.0) / 2)) / yes / no;
    }
}
