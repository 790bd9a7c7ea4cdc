using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Room for the samples of several batches, gathered at once and cut into batches beforehand. <see cref="Fill"/> may run on another
/// thread: it writes memory, and neither calls torch nor allocates.
/// </summary>
internal sealed class Chunk : IDisposable
{
    private readonly DataSet _data;
    private readonly long _start;
    private readonly ChunkRows _targetRows;

    /// <summary>Makes room.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="encoders">One per input of the model; each encodes where that is possible ahead of use.</param>
    /// <param name="start">Position in the epoch of the first sample.</param>
    /// <param name="sizes">Samples by batch.</param>
    public Chunk(DataSet data, ChunkEncoder[] encoders, long start, long[] sizes)
    {
        using var scope = torch.NewDisposeScope();
        _data = data;
        _start = start;
        End = start + sizes.Sum();
        BatchCount = sizes.Length;
        Inputs = [.. data.AllInputs.Zip(encoders, (source, encoder) => new ChunkInput(source, encoder, sizes))];
        var targets = ChunkRows.Room(data.Targets, data.Targets.dtype, sizes);
        _targetRows = new ChunkRows(data.Targets, targets);
        Targets = ChunkRows.Cut(targets, sizes);
    }

    /// <summary>The model's inputs.</summary>
    public ChunkInput[] Inputs { get; }

    /// <summary>By batch, [count] or [count, values].</summary>
    public Tensor[] Targets { get; }

    /// <summary>Batches in the chunk.</summary>
    public int BatchCount { get; }

    /// <summary>Position in the epoch after the last sample.</summary>
    public long End { get; }

    /// <summary>Gathers and encodes the samples.</summary>
    /// <param name="order">Sample by position; null for the data set's own order.</param>
    public void Fill(long[]? order)
    {
        foreach (var input in Inputs)
        {
            input.Fill(order, _start, End);
        }
        _targetRows.Copy(order, _start, End);
        GC.KeepAlive(_data);
    }

    public void Dispose()
    {
        Array.ForEach(Inputs, static input => input.Dispose());
        Array.ForEach(Targets, static target => target.Dispose());
    }
}
