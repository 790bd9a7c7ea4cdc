namespace TrainSdk.Generators.Text;

/// <summary>Finds the names in generated code that stand by themselves: behind no dot, no colon and no <c>@</c>.</summary>
internal static class BareNames
{
    private const string Reference = "cref=\"";

    /// <summary>Where they start, and how long they are; in comments those of references alone.</summary>
    public static IEnumerable<(int Start, int Length)> In(string code)
    {
        var isComment = IsComment(code, 0);
        for (var start = 0; start < code.Length; start++)
        {
            if (code[start] == '\n')
            {
                isComment = IsComment(code, start + 1);
            }
            if (!IsPart(code[start]))
            {
                continue;
            }
            var end = start + 1;
            while (end < code.Length && IsPart(code[end]))
            {
                end++;
            }
            if (IsStart(code[start]) && (isComment ? IsReferred(code, start) : IsAlone(code, start)))
            {
                yield return (start, end - start);
            }
            start = end - 1;
        }
    }

    // Whether the line that starts there is one.
    private static bool IsComment(string code, int start)
    {
        while (start < code.Length && code[start] == ' ')
        {
            start++;
        }
        return string.CompareOrdinal(code, start, "//", 0, 2) == 0;
    }

    private static bool IsAlone(string code, int start) => start == 0 || code[start - 1] is not ('.' or '@' or ':');

    private static bool IsReferred(string code, int start) =>
        start >= Reference.Length && string.CompareOrdinal(code, start - Reference.Length, Reference, 0, Reference.Length) == 0;

    private static bool IsStart(char letter) => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_';

    private static bool IsPart(char letter) => IsStart(letter) || char.IsLetterOrDigit(letter);
}
