namespace TrainSdk.Runtime.Tests.Augmentation;

/// <summary>Whether what was drawn has the probabilities that it should have.</summary>
internal static class Distribution
{
    /// <summary>
    /// Pearson's test. The statistic's mean is the number of free cells and its variance twice that: four deviations above the mean are
    /// passed by chance once in several thousand tests, and draws are the same in every run.
    /// </summary>
    public static void AssertFits<T>(IReadOnlyDictionary<T, double> probabilities, IEnumerable<T> drawn)
        where T : notnull
    {
        var counts = drawn.CountBy(static value => value).ToDictionary();
        var total = counts.Values.Sum();
        Assert.Equal(1, probabilities.Values.Sum(), 1e-6);
        Assert.Empty(counts.Keys.Except(probabilities.Where(static cell => cell.Value > 0).Select(static cell => cell.Key)));
        var cells = probabilities.Where(cell => cell.Value * total >= 5).ToArray();
        var statistic = cells.Sum(cell => Math.Pow(counts.GetValueOrDefault(cell.Key) - (cell.Value * total), 2) / (cell.Value * total));
        var free = cells.Length - 1;
        Assert.True(free > 0 && statistic < free + (4 * Math.Sqrt(2 * free)), $"chi-square {statistic:f1} at {free} degrees of freedom");
    }

    /// <summary>The same for values that are equally likely.</summary>
    public static void AssertUniform<T>(IReadOnlyCollection<T> values, IEnumerable<T> drawn)
        where T : notnull =>
        AssertFits(values.ToDictionary(static value => value, value => 1.0 / values.Count), drawn);

    /// <summary>Numbers in [low, high) that are uniform, by twenty intervals.</summary>
    public static void AssertUniform(double low, double high, IEnumerable<double> drawn) =>
        AssertUniform([.. Enumerable.Range(0, 20)], drawn.Select(value => (int)Math.Floor((value - low) / (high - low) * 20)));
}
