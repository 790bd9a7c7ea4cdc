using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace TrainSdk.Runtime.Tests.Terminal;

/// <summary>A terminal of so many columns and rows; it understands what moves its cursor, and leaves out colours and modes.</summary>
internal sealed partial class Screen : IAnsiConsoleOutput
{
    private readonly StringWriter _written = new();

    public Screen(int width = 100, int height = 24)
    {
        (Width, Height) = (width, height);
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.Yes,
            Out = this,
        });
        Console.Profile.Capabilities.Unicode = true;
    }

    public IAnsiConsole Console { get; }

    public TextWriter Writer => _written;

    public bool IsTerminal => true;

    public int Width { get; }

    public int Height { get; }

    /// <summary>Everything that was sent, control codes included.</summary>
    public string Sent => _written.ToString();

    /// <summary>What is to be seen, without the empty lines at the end.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<StringBuilder> { new() };
            var (row, column) = (0, 0);
            foreach (Match part in Parts().Matches(Sent))
            {
                switch (part.Value)
                {
                    case "\n":
                        row++;
                        break;
                    case "\r":
                        column = 0;
                        break;
                    case "\e[J":
                        lines.RemoveRange(row + 1, lines.Count - row - 1);
                        lines[row].Length = Math.Min(lines[row].Length, column);
                        break;
                    case var up when part.Groups["up"].Success:
                        row -= int.Parse(part.Groups["up"].Value);
                        break;
                    case var look when look[0] == '\e':
                        Assert.Matches(@"m$|^\x1b[=>]$|^\x1b\[\?\d+[hl]$", look);
                        break;
                    default:
                        lines[row].Append(' ', Math.Max(column - lines[row].Length, 0));
                        lines[row].Remove(column, Math.Min(1, lines[row].Length - column)).Insert(column, part.Value);
                        column++;
                        break;
                }
                while (lines.Count <= row)
                {
                    lines.Add(new StringBuilder());
                    column = 0;
                }
            }
            return [.. lines.Select(static line => line.ToString().TrimEnd()).Reverse().SkipWhile(static line => line.Length == 0).Reverse()];
        }
    }

    public void SetEncoding(Encoding encoding)
    {
    }

    [GeneratedRegex(@"\x1b\[(?<up>\d+)A|\x1b\[[\d;]*[A-Za-z]|\x1b\[\?\d+[hl]|\x1b[=>]|[\s\S]")]
    private static partial Regex Parts();
}
