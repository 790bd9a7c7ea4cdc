using TorchSharp;
using TrainSdk.Data.Loading;
using static TorchSharp.torch;

namespace TrainSdk.Data.Sources;

/// <summary>What can be made of sources, whether their samples are in memory or are read.</summary>
internal static class SampleSources
{
    /// <summary>The samples at the given positions, in that order; those in memory are copied.</summary>
    public static ISampleSource Select(ISampleSource source, long[] positions)
    {
        if (source is not MemorySource memory)
        {
            return source is ISequenceSource sequences
                ? new SelectedSequences(sequences, positions)
                : new SelectedSource(source, positions);
        }
        using var scope = torch.NewDisposeScope();
        return new MemorySource(memory.Rows.index_select(0, torch.tensor(positions)));
    }

    /// <summary>The samples of one source, then those of another of the same form.</summary>
    public static ISampleSource Join(ISampleSource first, ISampleSource second)
    {
        if (first is not MemorySource memory || second is not MemorySource more)
        {
            return first is ISequenceSource sequences && second is ISequenceSource further
                ? new JoinedSequences(sequences, further)
                : new JoinedSource(first, second);
        }
        using var scope = torch.NewDisposeScope();
        return new MemorySource(torch.cat([memory.Rows, more.Rows]));
    }

    /// <summary>The samples as a tensor [count, …].</summary>
    /// <exception cref="TrainException">They are not in memory.</exception>
    public static Tensor InMemory(ISampleSource source) => source is MemorySource memory
        ? memory.Rows
        : throw new TrainException("the samples are read where they are needed; take ToMemory() of the data set to have them as tensors");

    /// <summary>The targets, in memory where they are one class index per sample: splits and samplers go by these.</summary>
    public static ISampleSource WithLabelsInMemory(ISampleSource targets) =>
        targets.Form is { Type: ScalarType.Int64, Shape.Count: 0 } && targets is not MemorySource
            ? Load(targets, [.. Positions.To(targets.Count)])
            : targets;

    /// <summary>Reads the samples at the given positions, on the calling thread.</summary>
    /// <returns>[positions, …]; shorter sequences are padded.</returns>
    /// <exception cref="TrainException">A sample cannot be used.</exception>
    public static MemorySource Load(ISampleSource source, IReadOnlyList<long> positions)
    {
        using var scope = torch.NewDisposeScope();
        var room = new SampleRoom(source, positions.Count, SampleRoom.Longest(source, positions));
        for (var row = 0; row < positions.Count; row++)
        {
            room.Read(source, positions[row], row);
        }
        return new MemorySource(room.Rows);
    }

    /// <summary>Frees the tensors of a data set that nobody else has.</summary>
    public static void Release(DataSet data)
    {
        foreach (var source in data.Sources.Append(data.TargetSource).OfType<MemorySource>())
        {
            source.Rows.Dispose();
        }
    }
}
