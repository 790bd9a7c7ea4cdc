using TrainSdk.Settings;
using TrainSdk.Trials;

namespace TrainSdk.CommandLine;

/// <summary>A profile as lines: a row per measurement, and what follows from them.</summary>
internal static class ProfileLines
{
    private const double Much = 0.2;

    public static void Write(TextWriter output, IReadOnlyList<ProfileRow> rows, ProfileRow best, bool isInMemory)
    {
        TextTable.Write(output, [
            ["threads", "workers", "samples/s", "ms per step", "data", "forward", "backward", "update"],
            .. rows.Select(static row => (string[])
            [
                NumberText.Format(row.Threads), NumberText.Format(row.Workers), HumanNumber.Format(Math.Round(row.SamplesPerSecond)),
                HumanNumber.Format(row.Times.Total.TotalMilliseconds / row.Steps), Share(row, row.Times.Data),
                Share(row, row.Times.Forward), Share(row, row.Times.Backward), Share(row, row.Times.Update),
            ])]);
        output.WriteLine($"best --threads {NumberText.Format(best.Threads)} --workers {NumberText.Format(best.Workers)}");
        output.WriteLine(best.Times.Data < Much * best.Times.Total
            ? $"the device waits {Share(best, best.Times.Data)} of a step for data: computing is what takes the time"
            : $"the device waits {Share(best, best.Times.Data)} of a step for data: " + (isInMemory
                ? "fewer augmentations, or a larger --batch-size"
                : "smaller pictures, fewer augmentations, or DataSet.ToMemory() where they fit"));
    }

    private static string Share(ProfileRow row, TimeSpan part) => $"{HumanNumber.Format(Math.Round(100 * (part / row.Times.Total)))} %";
}
