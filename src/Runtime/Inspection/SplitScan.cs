using System.IO.Hashing;
using TrainSdk.Data;
using TrainSdk.Data.Sources;

namespace TrainSdk.Inspection;

/// <summary>Everything about one split that takes a look at each of its samples.</summary>
internal sealed class SplitScan
{
    private const int Stretches = 16;

    private SplitScan(string name, DataSet data, UInt128?[] hashes, ValueTotals? totals, IReadOnlyList<string> problems)
    {
        Name = name;
        Data = data;
        Hashes = hashes;
        Ranges = totals?.Ranges(data.Columns) ?? [];
        Problems = problems;
        Labels = data.IsClassification ? [.. data.Targets.data<long>()] : [];
    }

    /// <summary>Training, validation or test.</summary>
    public string Name { get; }

    /// <summary>The samples.</summary>
    public DataSet Data { get; }

    /// <summary>A hash (XXH128) of each sample's inputs; null where it cannot be read.</summary>
    public UInt128?[] Hashes { get; }

    /// <summary>Class of each sample; empty where the targets are something else.</summary>
    public long[] Labels { get; }

    /// <summary>The first input's values by column or channel; empty for tokens.</summary>
    public IReadOnlyList<ValueRange> Ranges { get; }

    /// <summary>Why samples cannot be used, each with the sample's name.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Samples of each class, by its index.</summary>
    public long[] ClassCounts
    {
        get
        {
            var counts = new long[Data.ClassNames.Count];
            foreach (var label in Labels)
            {
                counts[label]++;
            }
            return counts;
        }
    }

    /// <summary>Reads every sample once, on all cores; what is added up is added in the same order each time.</summary>
    /// <param name="name">The split's name.</param>
    /// <param name="data">Its samples.</param>
    public static SplitScan Of(string name, DataSet data)
    {
        var hashes = new UInt128?[data.Count];
        var stretches = new Stretch[Stretches];
        Parallel.For(0, Stretches, at =>
        {
            stretches[at] = new Stretch(data, hashes);
            stretches[at].Scan(data.Count * at / Stretches, data.Count * (at + 1) / Stretches);
        });
        var totals = stretches[0].Totals;
        Array.ForEach(stretches[1..], stretch => totals?.Add(stretch.Totals!));
        return new SplitScan(name, data, hashes, totals, [.. stretches.SelectMany(static stretch => stretch.Problems)]);
    }

    private sealed class Stretch(DataSet data, UInt128?[] hashes)
    {
        private readonly byte[][] _rooms = [.. data.Sources.Select(static source => new byte[source.Form.Bytes])];
        private readonly XxHash128 _hash = new();

        public ValueTotals? Totals { get; } = ValueTotals.Measures(data.Sources[0].Form) ? new ValueTotals(data.Sources[0].Form) : null;

        public List<string> Problems { get; } = [];

        public void Scan(long start, long end)
        {
            for (var sample = start; sample < end; sample++)
            {
                try
                {
                    Read(sample);
                }
                catch (TrainException problem)
                {
                    Problems.Add(problem.Message);
                }
            }
        }

        private void Read(long sample)
        {
            foreach (var (at, source) in data.Sources.Index())
            {
                var part = SampleBytes.Read(source, sample, _rooms[at]);
                _hash.Append(part);
                if (at == 0 && Totals?.Add(part) == false)
                {
                    _hash.Reset();
                    throw new TrainException($"{data.NameOf(sample)} holds NaN or infinity; remove or fill it");
                }
            }
            hashes[sample] = _hash.GetCurrentHashAsUInt128();
            _hash.Reset();
        }
    }
}
