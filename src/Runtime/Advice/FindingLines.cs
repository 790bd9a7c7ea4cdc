using TrainSdk.Recording;

namespace TrainSdk.Advice;

/// <summary>Findings as plain lines.</summary>
internal static class FindingLines
{
    /// <summary>Three lines per finding: what is wrong, what shows it, what to change. Nothing where nothing was found.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            output.WriteLine($"advice {finding.Id}: {finding.Sentence}");
            output.WriteLine($"  seen: {finding.Evidence}");
            output.WriteLine($"  try: {finding.Edit}");
        }
    }

    /// <summary>What a finished run shows. Whose files cannot be read says nothing here: advice must not cost the end of a run.</summary>
    public static void Write(TextWriter output, RunFolder folder)
    {
        try
        {
            Write(output, FindingCatalog.In(RunHistory.Read(folder)));
        }
        catch (TrainException)
        {
        }
    }
}
