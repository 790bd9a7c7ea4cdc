using TrainSdk.Settings;

namespace TrainSdk.Inspection;

/// <summary>What makes a measurement untrue or a training useless, and can be seen in the data.</summary>
internal static class DataWarnings
{
    private const int Imbalance = 10;
    private const int MostNames = 5;

    /// <summary>A line each, with what to do.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<SplitScan> splits) =>
    [
        .. splits.SelectMany(Problems),
        .. Leaks(splits),
        .. Repeated(splits[0]),
        .. Contradictions(splits),
        .. Classes(splits),
        .. Constant(splits[0]),
    ];

    private static IEnumerable<string> Problems(SplitScan split)
    {
        if (split.Problems.Count > 0)
        {
            yield return
                $"{Count(split.Problems.Count, "sample")} of the {split.Name} split cannot be used; the first: {split.Problems[0]}";
        }
    }

    // What a model has learned by heart it also knows where it is measured.
    private static IEnumerable<string> Leaks(IReadOnlyList<SplitScan> splits)
    {
        foreach (var (at, first) in splits.Index())
        {
            var places = Places(first);
            foreach (var second in splits.Skip(at + 1))
            {
                var shared = second.Hashes.Index().Where(sample => sample.Item is { } hash && places.ContainsKey(hash)).ToArray();
                if (shared.Length > 0)
                {
                    var (position, hash) = shared[0];
                    yield return
                        $"{Count(shared.Length, "sample")} of the {second.Name} split {Are(shared.Length)} in the {first.Name} split too, "
                        + $"such as {Name(second, position)} and {Name(first, places[hash!.Value])}; keep each in one split";
                }
            }
        }
    }

    private static IEnumerable<string> Repeated(SplitScan train)
    {
        var known = train.Hashes.Where(static hash => hash is not null).ToArray();
        var repeated = known.Length - known.Distinct().Count();
        if (repeated > 0)
        {
            var places = Places(train);
            var (position, hash) = train.Hashes.Index().First(sample => sample.Item is { } hash && places[hash] != sample.Index);
            yield return $"{Count(repeated, "sample")} of the training split {(repeated == 1 ? "repeats" : "repeat")} another, such as "
                + $"{Name(train, places[hash!.Value])} and {Name(train, position)}; they count more than others";
        }
    }

    private static IEnumerable<string> Contradictions(IReadOnlyList<SplitScan> splits)
    {
        var labelled = splits
            .SelectMany(static split => split.Labels.Select(
                (label, position) => (Split: split, Position: position, Label: label, Hash: split.Hashes[position])))
            .Where(static sample => sample.Hash is not null)
            .GroupBy(static sample => sample.Hash!.Value)
            .Where(static group => group.Select(static sample => sample.Label).Distinct().Count() > 1)
            .ToArray();
        if (labelled.Length > 0)
        {
            var first = labelled[0].First();
            var other = labelled[0].First(sample => sample.Label != first.Label);
            yield return $"{Count(labelled.Length, "input")} {(labelled.Length == 1 ? "has" : "have")} two classes, such as "
                + $"{Name(first.Split, first.Position)} and {Name(other.Split, other.Position)}; correct the wrong one";
        }
    }

    private static IEnumerable<string> Classes(IReadOnlyList<SplitScan> splits)
    {
        if (splits[0].Labels.Length == 0)
        {
            yield break;
        }
        var names = splits[0].Data.ClassNames;
        foreach (var split in splits)
        {
            string[] absent = [.. split.ClassCounts.Index().Where(static pair => pair.Item == 0).Select(pair => $"'{names[pair.Index]}'")];
            if (absent.Length > 0)
            {
                yield return $"the {split.Name} split has no sample of {Few(absent)}; give samples of every class, or leave the class out";
            }
        }
        var counts = splits[0].ClassCounts.Index().Where(static pair => pair.Item > 0).OrderBy(static pair => pair.Item).ToArray();
        var (fewest, most) = (counts[0], counts[^1]);
        if (most.Item >= Imbalance * fewest.Item)
        {
            yield return $"class '{names[most.Index]}' has {NumberText.Format(most.Item)} training samples and '{names[fewest.Index]}' "
                + $"{NumberText.Format(fewest.Item)}; weigh the classes ([Classification(ClassWeights = …)]) or sample by weight, "
                + "and look at F1";
        }
    }

    private static IEnumerable<string> Constant(SplitScan train)
    {
        string[] constant = [.. train.Ranges.Where(static range => range.IsConstant).Select(static range => $"'{range.Name}'")];
        if (constant.Length > 0)
        {
            var what = train.Data.InputShape.Length == 1 ? "column" : "channel";
            yield return $"{Count(constant.Length, what)} of the training split {Are(constant.Length)} constant: {Few(constant)}; "
                + "nothing can be learned from that, leave it out";
        }
    }

    private static Dictionary<UInt128, long> Places(SplitScan split)
    {
        Dictionary<UInt128, long> places = [];
        foreach (var (position, hash) in split.Hashes.Index())
        {
            if (hash is { } known)
            {
                places.TryAdd(known, position);
            }
        }
        return places;
    }

    private static string Few(string[] names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");

    private static string Name(SplitScan split, long position) => split.Labels.Length == 0
        ? split.Data.NameOf(position)
        : $"{split.Data.NameOf(position)} ({split.Data.ClassNames[(int)split.Labels[position]]})";

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static string Count(int count, string thing) => $"{NumberText.Format(count)} {thing}{(count == 1 ? "" : "s")}";
}
