using System.IO.Hashing;
using System.Text;
using TrainSdk.Data;
using TrainSdk.Data.Sources;

namespace TrainSdk.Checkpoints;

/// <summary>Tells whether two runs learn from the same data: a hash of every split's inputs and targets, and of the class names.</summary>
internal static class DataFingerprint
{
    private const string Test = "test";

    /// <summary>The hashes (XXH128) by what they are of, such as <c>train inputs</c>.</summary>
    public static IReadOnlyDictionary<string, string> Of(DataSplits data)
    {
        var hashes = new Dictionary<string, string>();
        foreach (var (name, split) in Splits(data))
        {
            hashes[$"{name} inputs"] = Hash(hash =>
            {
                foreach (var source in split.Sources)
                {
                    Append(source, hash);
                }
            });
            hashes[$"{name} targets"] = Hash(hash => Append(split.TargetSource, hash));
        }
        if (Order(data) is { } order)
        {
            hashes["sampler"] = order;
        }
        hashes["class names"] = Hash(hash => hash.Append(Encoding.UTF8.GetBytes(string.Join('\0', data.Train.ClassNames))));
        return hashes;
    }

    /// <summary>
    /// What of the data is not as it was. A test split is nothing that a run learns from: one that had none, such as a sweep's trial, may
    /// be given one.
    /// </summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> then, IReadOnlyDictionary<string, string> now) =>
        then.Keys.Union(now.Keys.Where(name => !IsOfTest(name) || then.Keys.Any(IsOfTest)))
            .Where(name => then.GetValueOrDefault(name) != now.GetValueOrDefault(name));

    private static bool IsOfTest(string name) => name.StartsWith($"{Test} ", StringComparison.Ordinal);

    // Runs of earlier versions name none.
    private static string? Order(DataSplits data) => data.Train.Stream is { Options: var stream }
        ? $"stream of {stream.StepsPerEpoch} steps, buffer of {stream.ShuffleBuffer}"
        : data.Sampler.Identity is var order && order == Sampler.Shuffled.Identity ? null : order;

    private static IEnumerable<(string Name, DataSet Split)> Splits(DataSplits data)
    {
        yield return ("train", data.Train);
        if (data.Validation is { } validation)
        {
            yield return ("validation", validation);
        }
        if (data.Test is { } test)
        {
            yield return (Test, test);
        }
    }

    // What is read is told by its source, often by the names and sizes of files; reading all of it could take minutes.
    private static void Append(ISampleSource source, XxHash128 hash)
    {
        if (source is MemorySource memory)
        {
            TensorBytes.Append(memory.Rows, hash);
        }
        else
        {
            hash.Append(Encoding.UTF8.GetBytes(SourceIdentity.Of(source)));
        }
    }

    private static string Hash(Action<XxHash128> append)
    {
        var hash = new XxHash128();
        append(hash);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
