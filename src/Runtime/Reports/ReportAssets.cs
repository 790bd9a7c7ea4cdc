using System.Text;

namespace TrainSdk.Reports;

/// <summary>What every page carries with it, so that it needs no other file and no network.</summary>
internal static class ReportAssets
{
    /// <summary>How the page looks.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>What draws the charts from the page's data.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>uPlot 1.6.32, as its package has it.</summary>
    public static string Plot { get; } = Read("uplot.js");

    /// <summary>Its style sheet.</summary>
    public static string PlotStyle { get; } = Read("uplot.css");

    /// <summary>Its licence, which every copy carries.</summary>
    public static string PlotLicence { get; } = Read("uplot.txt");

    private static string Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream($"TrainSdk.Reports.{name}")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return text.ReadToEnd().Trim();
    }
}
