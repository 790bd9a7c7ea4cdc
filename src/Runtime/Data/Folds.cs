using TorchSharp;
using TrainSdk.Data.Sources;
using TrainSdk.Data.Splitting;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>Cuts samples into folds, each of which is the validation split of one training.</summary>
public static class Folds
{
    // Apart from the streams by which test and validation splits are drawn.
    private const long FirstStream = 1L << 32;

    /// <summary>
    /// The splits of a k-fold cross-validation over the samples for training and validation; the test split is in none of them. Each
    /// sample is validated exactly once. Class indices are stratified: the folds' counts of a class differ by one at most, and so do the
    /// folds' sizes; where there are groups, whole groups are dealt out instead. Which sample is in which fold depends on
    /// <paramref name="splitSeed"/> and the number of folds alone.
    /// </summary>
    /// <param name="data">The splits of one's program; an encoding that was measured is measured anew on each training split.</param>
    /// <param name="folds">Number of folds, from 2 to the number of samples.</param>
    /// <param name="splitSeed">The run's <c>SplitSeed</c>.</param>
    /// <exception cref="TrainException">The number of folds is below 2 or above the number of samples.</exception>
    public static IReadOnlyList<DataSplits> Of(DataSplits data, int folds, long splitSeed)
    {
        var pool = data.Validation is null ? data.Train : DataSetParts.Join(data.Train, data.Validation);
        if (folds < 2 || folds > pool.Count)
        {
            throw new TrainException($"{pool.Count} samples cannot be cut into {folds} folds; give 2 to {pool.Count}");
        }
        var members = pool.Groups.Count > 0 ? ByGroup(pool, folds, splitSeed) : ByClass(pool, folds, splitSeed);
        DataSplits[] splits = [.. members.Select(validation => Split(data, pool, validation))];
        if (pool != data.Train)
        {
            SampleSources.Release(pool);
        }
        return splits;
    }

    // Dealt out class by class like cards, so that every fold gets its share of each class.
    private static long[][] ByClass(DataSet pool, int folds, long splitSeed)
    {
        var order = new List<long>((int)pool.Count);
        foreach (var (number, group) in Splitter.Groups(pool).Index())
        {
            Permutation.Shuffle(group, splitSeed, FirstStream + number);
            order.AddRange(group);
        }
        return [.. Enumerable.Range(0, folds).Select(fold => order.Where((_, at) => at % folds == fold).Order().ToArray())];
    }

    private static long[][] ByGroup(DataSet pool, int folds, long splitSeed)
    {
        var shares = new double[folds];
        Array.Fill(shares, 1.0 / folds);
        var parts = GroupDealer.Deal(pool.Groups, splitSeed, FirstStream, shares);
        return parts.All(static part => part.Count > 0)
            ? Array.ConvertAll(parts, static part => part.Order().ToArray())
            : throw new TrainException(
                $"{pool.Groups.Distinct(StringComparer.Ordinal).Count()} groups cannot be cut into {folds} folds; give fewer folds");
    }

    private static DataSplits Split(DataSplits data, DataSet pool, long[] validation)
    {
        var held = validation.ToHashSet();
        long[] train = [.. Positions.To(pool.Count).Where(position => !held.Contains(position))];
        return new DataSplits(
            pool.Select(train), pool.Select(validation), test: null, data.MeasuresEncoding ? null : data.Encoding)
        {
            Sampler = data.Sampler,
        };
    }
}
