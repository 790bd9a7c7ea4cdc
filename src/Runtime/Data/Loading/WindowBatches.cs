using TorchSharp;

namespace TrainSdk.Data.Loading;

/// <summary>
/// Walks over the batches of one accumulation window after the other, each batch whole or in pieces, and goes back to a window's first
/// batch where it must be done again.
/// </summary>
/// <param name="from">The batches of the epoch from one of them on.</param>
/// <param name="micro">How batches are cut; null for whole ones.</param>
internal sealed class WindowBatches(Func<long, BatchSequence> from, MicroBatches? micro) : IDisposable
{
    private BatchSequence.Enumerator _batches = from(0).GetEnumerator();
    private long _first;
    private long _size;
    private long _taken;
    private long[] _bounds = [];
    private int _piece;
    private Batch? _part;
    private long _samples;
    private long _seen;

    /// <summary>The present batch, or its piece.</summary>
    public Batch Current => _part ?? _batches.Current;

    /// <summary>Its place in the window, from 0; −1 before the first.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>Whether all of the window was walked over.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether the present batch was not reached before the window was begun again.</summary>
    public bool IsNew => _samples >= _seen;

    /// <summary>Begins the next window.</summary>
    /// <param name="size">Its batches.</param>
    public void Open(long size)
    {
        _first += _size;
        _size = size;
        _seen = 0;
        Begin();
    }

    /// <summary>Goes back to the first batch of the window.</summary>
    public void Restart()
    {
        _seen = Math.Max(_seen, _samples);
        _batches.Dispose();
        _batches = from(_first).GetEnumerator();
        Begin();
    }

    /// <summary>Makes the next batch or piece; false at the end of the window.</summary>
    public bool MoveNext()
    {
        _samples += Position >= 0 ? Current.Count : 0;
        DropPart();
        if (_piece + 1 >= _bounds.Length - 1 && !TakeBatch())
        {
            IsDone = true;
            return false;
        }
        Position++;
        _piece++;
        if (_bounds.Length > 2)
        {
            _part = _batches.Current.Part(_bounds[_piece], _bounds[_piece + 1]);
        }
        return true;
    }

    public void Dispose()
    {
        DropPart();
        _batches.Dispose();
    }

    private void Begin()
    {
        DropPart();
        (_taken, _samples, _bounds, _piece) = (0, 0, [], -1);
        Position = -1;
        IsDone = false;
    }

    // Chunks of samples outlive the scope of a step, in which the batches of a window are asked for.
    private bool TakeBatch()
    {
        if (_taken == _size)
        {
            return false;
        }
        using var scope = torch.NewDisposeScope();
        var hasBatch = _batches.MoveNext();
        scope.Detach(scope.DisposablesView);
        _taken++;
        _piece = -1;
        _bounds = micro?.Bounds(_batches.Current.Count) ?? [0, _batches.Current.Count];
        return hasBatch;
    }

    private void DropPart()
    {
        _part?.Dispose();
        _part = null;
    }
}
