using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TrainSdk.Terminal;

/// <summary>One change of the terminal: erases the lines at its foot, and writes what comes above them and the new ones.</summary>
/// <param name="erased">Lines to erase above the cursor, which stands at the start of a line.</param>
/// <param name="above">What stays; as high as it is.</param>
/// <param name="lines">What is erased the next time; a line each.</param>
internal sealed class PinnedFrame(int erased, IReadOnlyList<IRenderable> above, IReadOnlyList<IRenderable> lines) : IRenderable
{
    private const int Unbroken = 10_000;

    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var up = erased == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\e[{erased}A");
        yield return Segment.Control($"\r{up}\e[J");
        foreach (var segment in above.SelectMany(content => content.Render(options, maxWidth)))
        {
            yield return segment;
        }
        foreach (var line in lines)
        {
            // A line that reached the edge would be two of them.
            var whole = line.Render(options, Unbroken).Where(static segment => !segment.IsLineBreak);
            foreach (var segment in Segment.Truncate(whole, maxWidth - 1))
            {
                yield return segment;
            }
            yield return Segment.LineBreak;
        }
    }
}
