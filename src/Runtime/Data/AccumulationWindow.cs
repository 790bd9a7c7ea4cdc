using TorchSharp;
using TrainSdk.Data.Loading;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Batches whose gradients add up to one optimizer step. Enumerate it, call <c>backward</c> on what <see cref="Add(Tensor, long)"/>
/// returns for each batch, then <c>Gradients.Average</c>: the gradients are then those of the mean loss over the whole window, whatever
/// the sizes of its batches. Nothing is read back from the device.
/// </summary>
/// <remarks>
/// The loss of a batch of weight wᵢ enters with the factor wᵢ / w₁, and the sum is multiplied by w₁ / Σw in the end. For batches of one
/// size the first factor is 1, and no batch's loss is changed before <c>backward</c>.
/// </remarks>
public sealed class AccumulationWindow : IDisposable
{
    private readonly WindowBatches _batches;
    private Tensor? _sum;
    private Tensor? _weight;
    private Tensor? _unit;
    private long _firstCount;

    internal AccumulationWindow(WindowBatches batches) => _batches = batches;

    /// <summary>The present batch's place in the window, from 0.</summary>
    public int Position => _batches.Position;

    /// <summary>Whether all batches of the window were walked over.</summary>
    public bool IsDone => _batches.IsDone;

    /// <summary>
    /// Whether the present batch is seen for the first time; false where the window was begun again and its metrics were counted.
    /// </summary>
    public bool IsNew => _batches.IsNew;

    /// <summary>Samples whose loss was added so far.</summary>
    public long Count { get; private set; }

    /// <summary>The mean loss over the window so far: a float64 scalar on the device.</summary>
    /// <exception cref="TrainException">No loss was added.</exception>
    public Tensor Loss => _weight is null ? Sum.div(Count) : Sum.div(_weight);

    /// <summary>What <see cref="Loss"/> is divided by, samples or the loss's own weight: a float64 scalar on the device.</summary>
    /// <exception cref="TrainException">No loss was added.</exception>
    public Tensor Weight => _weight?.clone() ?? torch.full([], Count, dtype: ScalarType.Float64, device: Sum.device);

    /// <summary>What the window's gradients are multiplied by to be those of its mean loss: a scalar.</summary>
    internal Tensor MeanFactor => _weight is null
        ? torch.full([], (double)_firstCount / Count, dtype: ScalarType.Float64, device: Sum.device)
        : _unit!.div(_weight);

    private Tensor Sum => _sum ?? throw new TrainException(
        "no loss was added to the accumulation window; call backward on what window.Add returns for each of its batches");

    /// <summary>Starts at the next batch of the window.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Takes a batch's mean loss.</summary>
    /// <param name="loss">A scalar: the mean over the batch.</param>
    /// <param name="count">Samples in the batch.</param>
    /// <returns>What to call <c>backward</c> on.</returns>
    public Tensor Add(Tensor loss, long count)
    {
        if (_sum is null)
        {
            _firstCount = count;
        }
        Count += count;
        AddTo(ref _sum, loss, count);
        return count == _firstCount ? loss : loss.mul((double)count / _firstCount);
    }

    /// <summary>Takes a batch's loss as a sum and what it is divided by, such as the number of tokens that count.</summary>
    /// <param name="sum">A scalar.</param>
    /// <param name="weight">A scalar, 0 or more; a constant for the gradient.</param>
    /// <param name="count">Samples in the batch.</param>
    /// <returns>What to call <c>backward</c> on.</returns>
    public Tensor Add(Tensor sum, Tensor weight, long count)
    {
        using var constant = weight.detach();
        _unit ??= UnitOf(constant);
        Count += count;
        AddTo(ref _sum, sum, 1);
        AddTo(ref _weight, constant, 1);
        return sum.div(_unit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _batches.Dispose();
    }

    /// <summary>Begins a window of so many batches.</summary>
    internal void Open(long size)
    {
        Forget();
        _batches.Open(size);
    }

    /// <summary>Begins the window again, whose gradients were dropped.</summary>
    internal void Restart()
    {
        Forget();
        _batches.Restart();
    }

    private void Forget()
    {
        Count = 0;
        _sum?.Dispose();
        _weight?.Dispose();
        _unit?.Dispose();
        _sum = _weight = _unit = null;
    }

    // The first batch's weight. Any other number would do, since it cancels out, and 0 (no token that counts) must not be the one.
    private static Tensor UnitOf(Tensor weight)
    {
        using var _ = torch.no_grad();
        using var isZero = weight.eq(0);
        return weight.masked_fill(isZero, 1).DetachFromDisposeScope();
    }

    // The sums outlive the scope of a batch.
    private static void AddTo(ref Tensor? total, Tensor value, double factor)
    {
        using var _ = torch.no_grad();
        total ??= torch.zeros([], dtype: ScalarType.Float64, device: value.device).DetachFromDisposeScope();
        total.add_(value, factor);
    }

    /// <summary>Walks over the batches of a window; each is disposed when the next is asked for.</summary>
    public readonly struct Enumerator
    {
        private readonly AccumulationWindow _window;

        internal Enumerator(AccumulationWindow window) => _window = window;

        /// <summary>The batch.</summary>
        public Batch Current => _window._batches.Current;

        /// <summary>Makes the next batch; false at the end of the window.</summary>
        public bool MoveNext() => _window._batches.MoveNext();
    }
}
