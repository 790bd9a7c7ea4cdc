using Spectre.Console;
using Spectre.Console.Rendering;

namespace TrainSdk.Terminal;

/// <summary>
/// Keeps a few lines at the foot of a terminal while others pass above them. Each change is one write, so that nothing flickers; the cursor
/// is never hidden, so that a process that is killed leaves the terminal as it was.
/// </summary>
internal sealed class PinnedLines(IAnsiConsole console)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<IRenderable> _lines = [];
    private int _height;

    /// <summary>Columns of the terminal.</summary>
    public int Width => console.Profile.Width;

    /// <summary>Whether it shows more than ASCII.</summary>
    public bool HasUnicode => console.Profile.Capabilities.Unicode;

    /// <summary>Shows other lines in place of those at the foot; each is cut at the terminal's edge.</summary>
    public void Show(params IReadOnlyList<IRenderable> lines)
    {
        lock (_lock)
        {
            _lines = lines;
            Draw([]);
        }
    }

    /// <summary>Writes something that stays, above the lines at the foot.</summary>
    public void WriteAbove(IRenderable content)
    {
        lock (_lock)
        {
            Draw([content]);
        }
    }

    private void Draw(IReadOnlyList<IRenderable> above)
    {
        var lines = _lines.Take(Math.Max(console.Profile.Height - 1, 0)).ToArray();
        console.Write(new PinnedFrame(_height, above, lines));
        _height = lines.Length;
    }
}
