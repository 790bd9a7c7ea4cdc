using TorchSharp.Modules;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Into how many pieces each batch is cut so that it fits in memory: 1 to begin with, twice as many each time that it does not. The pieces'
/// gradients add up to those of the whole batch, by the loss's own weight; BatchNorm measures its statistics on each piece.
/// </summary>
public sealed class MicroBatches : IStateful
{
    private const string PiecesName = "pieces";
    private readonly int _smallest;

    /// <summary>Begins with whole batches.</summary>
    /// <param name="model">The model; where it has BatchNorm, a piece has at least two samples.</param>
    public MicroBatches(nn.Module model)
    {
        HasBatchNorm = model.modules().OfType<BatchNorm>().Any();
        _smallest = HasBatchNorm ? 2 : 1;
    }

    /// <summary>Pieces of each batch: a power of 2. Batches of few samples are cut into fewer.</summary>
    public int Pieces { get; private set; } = 1;

    /// <summary>Whether the model has BatchNorm layers, whose statistics depend on the pieces.</summary>
    public bool HasBatchNorm { get; }

    /// <summary>Cuts into twice as many pieces.</summary>
    /// <param name="batchSize">Samples of a batch.</param>
    /// <returns>Whether that was possible.</returns>
    public bool TryHalve(long batchSize)
    {
        if (batchSize / (Pieces * 2) < _smallest)
        {
            return false;
        }
        Pieces *= 2;
        return true;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state) => state.Add(PiecesName, Pieces);

    /// <inheritdoc/>
    public void Load(StateReader state) => Pieces = (int)state.Whole(PiecesName);

    /// <summary>Where each piece of a batch begins, and its end; a cut stays one where pieces are halved.</summary>
    internal long[] Bounds(long count)
    {
        var pieces = Pieces;
        while (pieces > 1 && count / pieces < _smallest)
        {
            pieces /= 2;
        }
        return [.. Enumerable.Range(0, pieces + 1).Select(at => count * at / pieces)];
    }
}
