namespace TrainSdk.Data.Sources;

/// <summary>Texts that go with the samples of a data set, such as their names: one for each, or none at all.</summary>
internal static class SampleTexts
{
    /// <exception cref="TrainException">There are more or fewer than samples.</exception>
    public static IReadOnlyList<string> Check(IReadOnlyList<string> texts, DataSet data, string what) =>
        texts.Count == 0 || texts.Count == data.Count
            ? texts
            : throw new TrainException($"{texts.Count} {what} were given for {data.Count} samples; give one per sample, or none");

    /// <summary>Those at the given positions.</summary>
    public static IReadOnlyList<string> Pick(IReadOnlyList<string> texts, long[] positions) =>
        texts.Count == 0 ? [] : [.. positions.Select(position => texts[(int)position])];

    /// <summary>Those of two data sets, where both have some.</summary>
    public static IReadOnlyList<string> Join(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        first.Count == 0 || second.Count == 0 ? [] : [.. first, .. second];
}
