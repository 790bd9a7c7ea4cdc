using TrainSdk.Data;

namespace TrainSdk.Inspection;

/// <summary>What was found in a model's data.</summary>
/// <param name="Splits">Training, validation and test, as many as there are.</param>
/// <param name="Warnings">What should be looked at before anything is trained.</param>
/// <param name="Augmentations">How training changes images, in its order.</param>
internal sealed record DataReport(
    IReadOnlyList<SplitScan> Splits, IReadOnlyList<string> Warnings, IReadOnlyList<IAugmentation> Augmentations)
{
    /// <summary>The training split.</summary>
    public SplitScan Train => Splits[0];

    /// <summary>Looks at every sample.</summary>
    /// <param name="data">The splits.</param>
    /// <param name="augmentations">How training changes images.</param>
    public static DataReport Of(DataSplits data, IReadOnlyList<IAugmentation> augmentations)
    {
        var splits = new (string Name, DataSet? Split)[] { ("training", data.Train), ("validation", data.Validation), ("test", data.Test) }
            .Where(static split => split.Split is not null)
            .Select(static split => SplitScan.Of(split.Name, split.Split!))
            .ToArray();
        return new DataReport(splits, [.. DataWarnings.Of(splits)], augmentations);
    }
}
