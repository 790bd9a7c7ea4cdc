namespace TrainSdk.Benchmarks.Measuring;

/// <summary>Measures contenders in turns, so that a slower or faster minute of the machine meets them all.</summary>
internal static class Rounds
{
    /// <summary>One round that does not count, then <paramref name="rounds"/> that do; each begins with another contender.</summary>
    public static IReadOnlyList<Measured> Alternate(IReadOnlyList<Contender> contenders, int rounds, Action<string>? progress = null)
    {
        Measured[] measured = [.. contenders.Select(contender => new Measured(contender.Name, new double[rounds]))];
        for (var round = -1; round < rounds; round++)
        {
            progress?.Invoke(round < 0 ? "warming up" : $"round {round + 1} of {rounds}");
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var place = (turn + round + 1) % contenders.Count;
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var cost = contenders[place].Round();
                if (round >= 0)
                {
                    measured[place].Values[round] = cost;
                }
            }
        }
        return measured;
    }
}
