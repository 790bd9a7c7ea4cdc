namespace TrainSdk.Data.Splitting;

/// <summary>Deals whole groups of samples out to parts, in an order drawn from a seed.</summary>
internal static class GroupDealer
{
    /// <summary>
    /// Gives each group to the part that lacks most of its share, and the last groups to parts that have none yet.
    /// </summary>
    /// <param name="groups">The group of each sample.</param>
    /// <param name="seed">Which order the groups come in.</param>
    /// <param name="stream">A number of its own for each use.</param>
    /// <param name="shares">What each part shall have, of 1.</param>
    /// <returns>Positions by part; a part whose share is 0 stays empty.</returns>
    public static List<long>[] Deal(IReadOnlyList<string> groups, long seed, long stream, double[] shares)
    {
        var members = groups.Index().GroupBy(static sample => sample.Item, static sample => (long)sample.Index, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.ToArray())
            .ToArray();
        var parts = Array.ConvertAll(shares, static _ => new List<long>());
        long[] order = [.. Enumerable.Range(0, members.Length).Select(static number => (long)number)];
        Permutation.Shuffle(order, seed, stream);
        foreach (var (dealt, number) in order.Index())
        {
            var empty = Enumerable.Range(0, parts.Length).Where(part => shares[part] > 0 && parts[part].Count == 0).ToArray();
            var open = empty.Length >= order.Length - dealt ? empty : Enumerable.Range(0, parts.Length).Where(part => shares[part] > 0);
            parts[open.MaxBy(part => (shares[part] * groups.Count) - parts[part].Count)].AddRange(members[number]);
        }
        return parts;
    }
}
