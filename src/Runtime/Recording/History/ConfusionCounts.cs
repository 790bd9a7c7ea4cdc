namespace TrainSdk.Recording.History;

/// <summary>How often each class of a split was taken for which: a split of <c>confusion.csv</c>.</summary>
/// <param name="Split"><c>validation</c> or <c>test</c>.</param>
/// <param name="Classes">Names by index.</param>
/// <param name="Counts">By the class that was meant and the class that was said.</param>
internal sealed record ConfusionCounts(string Split, IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<long>> Counts);
