namespace TrainSdk.Generators.Text;

/// <summary>Finds the names in a line of generated code that stand by themselves: behind no dot, no colon and no <c>@</c>.</summary>
internal static class BareNames
{
    private const string Reference = "cref=\"";

    /// <summary>Where they start, and how long they are; in a comment those of references alone.</summary>
    public static IEnumerable<(int Start, int Length)> In(string line)
    {
        var isComment = line.TrimStart().StartsWith("//", StringComparison.Ordinal);
        if (isComment && line.IndexOf(Reference, StringComparison.Ordinal) < 0)
        {
            yield break;
        }
        for (var start = 0; start < line.Length; start++)
        {
            if (!IsPart(line[start]))
            {
                continue;
            }
            var end = start + 1;
            while (end < line.Length && IsPart(line[end]))
            {
                end++;
            }
            if (IsStart(line[start]) && (isComment ? IsReferred(line, start) : IsAlone(line, start)))
            {
                yield return (start, end - start);
            }
            start = end;
        }
    }

    private static bool IsAlone(string line, int start) => start == 0 || line[start - 1] is not ('.' or '@' or ':');

    private static bool IsReferred(string line, int start) =>
        start >= Reference.Length && string.CompareOrdinal(line, start - Reference.Length, Reference, 0, Reference.Length) == 0;

    private static bool IsStart(char letter) => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_';

    private static bool IsPart(char letter) => IsStart(letter) || char.IsLetterOrDigit(letter);
}
