using System.Text;
using Spectre.Console;

namespace TrainSdk.Terminal;

/// <summary>Lets what a program writes by lines pass above the lines at the foot of its terminal.</summary>
internal sealed class LineWriter(PinnedLines lines) : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value == '\n')
            {
                Flush();
            }
            else if (value != '\r')
            {
                _line.Append(value);
            }
        }
    }

    public override void Write(string? value)
    {
        lock (_lock)
        {
            foreach (var character in value ?? "")
            {
                Write(character);
            }
        }
    }

    public override void WriteLine(string? value) => Write(value + '\n');

    /// <summary>Writes the last line where it has no end yet.</summary>
    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            if (_line.Length > 0)
            {
                Flush();
            }
        }
        base.Dispose(disposing);
    }

    private new void Flush()
    {
        lines.WriteAbove(new Paragraph(_line.Append('\n').ToString()));
        _line.Clear();
    }
}
