using TrainSdk.Data;
using TrainSdk.Data.Sources;

namespace TrainSdk.Inspection;

/// <summary>Which training samples are shown: some of each class, drawn evenly over the split.</summary>
internal static class SheetSamples
{
    private const int MostPictures = 240;
    private const int MostPerClass = 8;
    private const int MostClasses = 40;

    /// <summary>Positions by class name; all under one name where there are no classes.</summary>
    /// <param name="train">The training split.</param>
    /// <param name="picturesEach">Pictures that each sample takes, at least 1.</param>
    public static IReadOnlyList<(string Name, IReadOnlyList<long> Positions)> Of(SplitScan train, int picturesEach)
    {
        var usable = Positions.To(train.Data.Count).Where(position => train.Hashes[position] is not null).ToArray();
        if (train.Labels.Length == 0)
        {
            return [("training samples", Evenly(usable, Math.Min(MostPictures / picturesEach, MostPerClass * 3)))];
        }
        var classes = usable.GroupBy(position => train.Labels[position]).OrderBy(static group => group.Key).Take(MostClasses).ToArray();
        var each = Math.Clamp(MostPictures / (Math.Max(1, classes.Length) * picturesEach), 1, MostPerClass);
        return [.. classes.Select(group => (train.Data.ClassNames[(int)group.Key], Evenly([.. group], each)))];
    }

    private static IReadOnlyList<long> Evenly(long[] positions, int count)
    {
        var taken = Math.Min(count, positions.Length);
        return [.. Enumerable.Range(0, taken).Select(at => positions[(long)at * positions.Length / taken])];
    }
}
