using TorchSharp;

namespace TrainSdk.Data.Splitting;

/// <summary>Decides which samples are held out, class by class, from the split seed alone.</summary>
internal static class Splitter
{
    public static DataSplits Split(DataSet data, long splitSeed, double validation, double test)
    {
        if (!(validation >= 0 && test >= 0 && validation + test < 1))
        {
            throw new TrainException($"validation {validation} and test {test} must be shares from 0 whose sum is below 1");
        }
        var (train, held, unseen) = data.Groups.Count > 0
            ? ByGroup(data, splitSeed, validation, test)
            : ByClass(data, splitSeed, validation, test);
        return new DataSplits(
            Part(data, train, "training"),
            validation > 0 ? Part(data, held, "validation") : null,
            test > 0 ? Part(data, unseen, "test") : null);
    }

    /// <summary>Positions by class, in the order of the classes; all of them at once where the targets are numbers.</summary>
    public static IEnumerable<long[]> Groups(DataSet data) => data.IsClassification
        ? data.Targets.data<long>().Select(static (label, position) => (label, position: (long)position))
            .GroupBy(static sample => sample.label, static sample => sample.position)
            .OrderBy(static group => group.Key)
            .Select(static group => group.ToArray())
        : [Enumerable.Range(0, (int)data.Count).Select(static position => (long)position).ToArray()];

    private static (List<long> Train, List<long> Validation, List<long> Test) ByClass(
        DataSet data, long splitSeed, double validation, double test)
    {
        List<long> train = [], held = [], unseen = [];
        foreach (var (number, group) in Groups(data).Index())
        {
            Permutation.Shuffle(group, splitSeed, stream: number);
            var testCount = (int)Math.Round(test * group.Length);
            var validationCount = (int)Math.Round(validation * group.Length);
            unseen.AddRange(group.AsSpan(0, testCount));
            held.AddRange(group.AsSpan(testCount, validationCount));
            train.AddRange(group.AsSpan(testCount + validationCount));
        }
        return (train, held, unseen);
    }

    private static (List<long> Train, List<long> Validation, List<long> Test) ByGroup(
        DataSet data, long splitSeed, double validation, double test)
    {
        var parts = GroupDealer.Deal(data.Groups, splitSeed, stream: 0, [1 - validation - test, validation, test]);
        return (parts[0], parts[1], parts[2]);
    }

    private static DataSet Part(DataSet data, List<long> positions, string name)
    {
        if (positions.Count == 0)
        {
            throw new TrainException(
                $"the {name} split is empty: {Amount(data)} are too few for its share; give more or another share");
        }
        positions.Sort();
        return data.Select([.. positions]);
    }

    private static string Amount(DataSet data) => data.Groups.Count > 0
        ? $"{data.Groups.Distinct(StringComparer.Ordinal).Count()} groups"
        : $"{data.Count} samples";
}
