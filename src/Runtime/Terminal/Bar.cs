using Spectre.Console;
using TrainSdk.Settings;

namespace TrainSdk.Terminal;

/// <summary>How much of something is done, as a bar.</summary>
internal static class Bar
{
    private const int Percent = 100;

    /// <summary>Appends a bar and the share in percent.</summary>
    /// <param name="line">The line.</param>
    /// <param name="share">From 0 to 1; what lies outside is taken for the nearer of them.</param>
    /// <param name="width">Characters of the bar.</param>
    /// <param name="hasUnicode">Whether the terminal shows more than ASCII.</param>
    public static Paragraph AppendBar(this Paragraph line, double share, int width, bool hasUnicode)
    {
        var (done, left) = hasUnicode ? ('━', '─') : ('#', '-');
        var part = Math.Clamp(share, 0, 1);
        var filled = (int)(part * width);
        return line
            .Append(new string(done, filled), Looks.Done)
            .Append(new string(left, width - filled), Looks.Label)
            .Append($"{NumberText.Format((int)(part * Percent)),5}%");
    }
}
