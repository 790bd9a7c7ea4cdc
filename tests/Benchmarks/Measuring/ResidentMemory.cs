using System.Globalization;

namespace TrainSdk.Benchmarks.Measuring;

/// <summary>The memory that this process holds.</summary>
internal static class ResidentMemory
{
    private const string Status = "/proc/self/status";
    private const string Line = "VmRSS:";

    /// <summary>Megabytes (2^20 bytes) of the resident set.</summary>
    public static double Megabytes() => File.Exists(Status)
        ? Kilobytes(File.ReadLines(Status).First(static line => line.StartsWith(Line, StringComparison.Ordinal))) / 1024.0
        : Environment.WorkingSet / 1024.0 / 1024.0;

    /// <summary>Megabytes that the garbage collector holds, used or not, as of its last collection.</summary>
    public static double ManagedMegabytes() => GC.GetGCMemoryInfo().TotalCommittedBytes / 1024.0 / 1024.0;

    private static long Kilobytes(string line) =>
        long.Parse(line[Line.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
}
