namespace TrainSdk.Generators.Text;

/// <summary>Keeps generated lines within their width.</summary>
internal static class LineBreaks
{
    // What a pair is taken apart into stays in one line: var (sum, weight) = …
    private const string PairEnd = ") = ";

    /// <summary>
    /// The code in lines: as it is where it fits, else broken after the first parenthesis and, if need be, between arguments.
    /// A parameter list that stands on lines of its own has no such parenthesis.
    /// </summary>
    public static IEnumerable<string> Fit(string code, int width, int indent)
    {
        if (code.Length <= width || code.StartsWith("//", StringComparison.Ordinal))
        {
            return [code];
        }
        var open = code.IndexOf('(', Math.Max(0, code.IndexOf(PairEnd, StringComparison.Ordinal)));
        if (open < 0)
        {
            return Fill(Arguments(code), width);
        }
        var arguments = Fill(Arguments(code.Substring(open + 1)), width - indent).Select(line => new string(' ', indent) + line);
        return [code.Substring(0, open + 1), .. arguments];
    }

    /// <summary>Text in lines of whole words.</summary>
    public static IEnumerable<string> Words(string text, int width) =>
        Fill(text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries), width);

    private static IEnumerable<string> Fill(IEnumerable<string> parts, int width)
    {
        var line = "";
        foreach (var part in parts)
        {
            if (line.Length > 0 && line.Length + 1 + part.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? part : line + " " + part;
        }
        if (line.Length > 0)
        {
            yield return line;
        }
    }

    // Splits after the commas that stand in no inner parenthesis and no text.
    private static IEnumerable<string> Arguments(string code)
    {
        var depth = 0;
        var inText = false;
        var start = 0;
        for (var at = 0; at < code.Length; at++)
        {
            inText ^= code[at] == '"' && (at == 0 || code[at - 1] != '\\');
            depth += inText ? 0 : code[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (code[at] == ',' && depth == 0 && !inText)
            {
                yield return code.Substring(start, at + 1 - start);
                start = at + 2;
            }
        }
        if (start < code.Length)
        {
            yield return code.Substring(start);
        }
    }
}
