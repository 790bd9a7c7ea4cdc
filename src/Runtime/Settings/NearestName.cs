namespace TrainSdk.Settings;

/// <summary>Finds what was probably meant by a misspelt name.</summary>
internal static class NearestName
{
    /// <summary><c>; did you mean 'x'?</c>, or nothing where no name is near.</summary>
    public static string Suggest(string given, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => (name, distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(static candidate => candidate.distance)
            .FirstOrDefault();
        return nearest.name is not null && nearest.distance <= Math.Max(2, given.Length / 3) ? $"; did you mean '{nearest.name}'?" : "";
    }

    // Levenshtein's distance over two rows.
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.Length];
    }
}
