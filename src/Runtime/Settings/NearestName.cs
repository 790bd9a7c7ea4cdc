namespace TrainSdk.Settings;

/// <summary>Finds what was probably meant by a misspelt name.</summary>
internal static class NearestName
{
    private const int ShortName = 3;

    /// <summary><c>; did you mean 'x'?</c>, or nothing where no name is near.</summary>
    public static string Suggest(string given, IEnumerable<string> known) => Suggest(given, known, static name => name);

    /// <summary>The same with the name found spelt as its place wants it.</summary>
    public static string Suggest(string given, IEnumerable<string> known, Func<string, string> spelling) =>
        Find(given, known) is { } name ? $"; did you mean '{spelling(name)}'?" : "";

    /// <summary>The known name that differs in the fewest letters, or else the shortest that it abbreviates; null for none.</summary>
    public static string? Find(string given, IEnumerable<string> known)
    {
        var (name, distance) = known
            .Select(name => (name, distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(static candidate => candidate.distance)
            .FirstOrDefault();
        return name is not null && distance <= (given.Length <= ShortName ? 1 : Math.Max(2, given.Length / 3))
            ? name
            : known.Where(candidate => Abbreviates(given, candidate)).OrderBy(static candidate => candidate.Length).FirstOrDefault();
    }

    // ClipNorm for ClipGradNorm: the same beginning, and all letters in order.
    private static bool Abbreviates(string given, string name)
    {
        var matched = 0;
        foreach (var letter in name)
        {
            matched += matched < given.Length && char.ToLowerInvariant(letter) == char.ToLowerInvariant(given[matched]) ? 1 : 0;
        }
        return given.Length > 1 && matched == given.Length && name.StartsWith(given[..1], StringComparison.OrdinalIgnoreCase);
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
