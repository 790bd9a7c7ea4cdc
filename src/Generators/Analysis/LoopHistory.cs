namespace TrainSdk.Generators.Analysis;

/// <summary>What became new in generated loops, by version: who ejected an older one is told what to take over.</summary>
internal static class LoopHistory
{
    /// <summary>The changes so far, the oldest first.</summary>
    public static IReadOnlyList<LoopChange> Changes { get; } =
    [
        new("0.1.0", "a loop consists of Fit and Evaluate, which generated code calls, and of what they need"),
    ];

    /// <summary>What speaks against a loop of a version; null where it is like today's.</summary>
    /// <param name="version">The version that wrote it.</param>
    /// <param name="current">This version.</param>
    /// <param name="changes">What became new.</param>
    public static string? Against(string version, string current, IReadOnlyList<LoopChange> changes)
    {
        if (NumbersOf(version) is not { } written || NumbersOf(current) is not { } here)
        {
            return "that is no version, so nobody can tell what changed since; write one such as \"" + current + "\"";
        }
        if (written > here)
        {
            return $"this is {current}, which is older and may call it otherwise; update TrainSdk, or eject again";
        }
        var since = changes.Where(change => NumbersOf(change.Version) > written)
            .Select(static change => $"{change.What} ({change.Version})")
            .ToArray();
        return since.Length == 0
            ? null
            : $"new since then: {string.Join("; ", since)}. Take it over and write \"{current}\", or eject again";
    }

    // 0.2.0-rc.1 counts as 0.2.0
    private static Version? NumbersOf(string version) => Version.TryParse(version.Split('-', '+')[0], out var numbers) ? numbers : null;
}
