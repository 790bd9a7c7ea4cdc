using TrainSdk.Advice;
using TrainSdk.Recording;

namespace TrainSdk.Reports.Sections;

/// <summary>What a run that has ended shows that should be changed.</summary>
internal static class FindingSection
{
    public static void Write(ReportPage page, RunHistory run)
    {
        var findings = run.Result is null ? [] : FindingCatalog.In(run);
        if (findings.Count == 0)
        {
            return;
        }
        page.Section("Findings");
        foreach (var finding in findings)
        {
            page.Html($"<div class=\"finding\"><p><strong>{ReportText.Html(Capital(finding.Sentence))}.</strong> "
                + $"{ReportText.Html(Capital(finding.Evidence))}.</p><p>Try {ReportText.Html(finding.Edit)}.</p></div>\n");
        }
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
