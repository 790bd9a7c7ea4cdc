using TrainSdk.Recording;
using TrainSdk.Reports.Sections;

namespace TrainSdk.Reports;

/// <summary>One run as a page. A part for which the run has no data is not there.</summary>
internal static class RunReport
{
    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter to, RunHistory run, RunStanding standing)
    {
        var title = $"{run.Config.Model}, {Path.GetFileName(run.Folder.Path)}";
        ReportPage.Write(to, title, standing == RunStanding.Going, page =>
        {
            HeadSection.Write(page, run, standing);
            FindingSection.Write(page, run);
            CurveSection.Write(page, run);
            GradientSection.Write(page, run);
            LayerSection.Write(page, run);
            TimeSection.Write(page, run);
            ConfusionSection.Write(page, run);
            ResidualSection.Write(page, run);
            SampleSection.Write(page, run);
            EventSection.Write(page, run);
            ConfigurationSection.Write(page, run);
        });
    }
}
