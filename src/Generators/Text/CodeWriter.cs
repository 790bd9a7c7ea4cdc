using System.Text;

namespace TrainSdk.Generators.Text;

/// <summary>Writes C# with indentation, short lines and no blank line too many.</summary>
internal sealed class CodeWriter(IReadOnlyCollection<string> takenNames)
{
    public const int MaxLength = 120;

    /// <summary>Blanks of one step of indentation.</summary>
    public const int Indent = 4;

    private const string Documentation = "/// ";

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blankIsDue;
    private bool _atStart = true;
    private string _cause = "";

    /// <summary>A line of code; one that is too long is broken after its first parenthesis and between arguments.</summary>
    public void Line(string code)
    {
        if (_blankIsDue && !_atStart)
        {
            _text.Append('\n');
        }
        _blankIsDue = _atStart = false;
        _cause = "";
        var width = MaxLength - (_depth * Indent);
        var text = KnownNames.Qualify(code, takenNames);
        if (text.Length <= width)
        {
            Add(text);
            return;
        }
        var lines = text.StartsWith(Documentation, StringComparison.Ordinal)
            ? LineBreaks.Words(text.Substring(Documentation.Length), width - Documentation.Length)
                .Select(static line => Documentation + line)
            : LineBreaks.Fit(text, width, Indent);
        foreach (var line in lines)
        {
            Add(line);
        }
    }

    /// <summary>A statement; a chain of several calls, which start with line breaks, goes one call to a line.</summary>
    public void Statement(string code)
    {
        var calls = code.Split('\n');
        if (calls.Length <= 2)
        {
            Line(string.Concat(calls));
            return;
        }
        Line(calls[0]);
        Indented(() => Lines(calls.Skip(1)));
    }

    public void Lines(IEnumerable<string> code)
    {
        foreach (var line in code)
        {
            Line(line);
        }
    }

    /// <summary>A blank line before the next one, but none at the start of a block.</summary>
    public void Blank() => _blankIsDue = true;

    public void Comment(string text)
    {
        foreach (var line in LineBreaks.Words(text, MaxLength - (_depth * Indent) - 3))
        {
            Line("// " + line);
        }
    }

    /// <summary>Lines under a comment that names their cause; lines that follow others of the same cause need no second comment.</summary>
    public void Under(string cause, Action lines)
    {
        if (cause != _cause)
        {
            Blank();
            Comment(cause);
        }
        lines();
        _cause = cause;
    }

    /// <summary>An XML documentation comment; the text is escaped unless it is XML already.</summary>
    public void Summary(string xml)
    {
        var width = MaxLength - (_depth * Indent);
        var inOneLine = $"/// <summary>{xml}</summary>";
        if (inOneLine.Length <= width)
        {
            Line(inOneLine);
            return;
        }
        Line("/// <summary>");
        Lines(LineBreaks.Words(xml, width - 4).Select(static line => "/// " + line));
        Line("/// </summary>");
    }

    public void Block(string header, Action body)
    {
        Line(header);
        Body(body);
    }

    /// <summary>Braces around lines.</summary>
    public void Body(Action body)
    {
        Line("{");
        _depth++;
        _atStart = true;
        body();
        _depth--;
        _blankIsDue = _atStart = false;
        Line("}");
    }

    /// <summary>Lines that belong to the one before: a parameter list, the rows of a table.</summary>
    public void Indented(Action body)
    {
        _depth++;
        body();
        _depth--;
    }

    private void Add(string line) => _text.Append(' ', _depth * Indent).Append(line).Append('\n');

    public override string ToString() => _text.ToString();
}
