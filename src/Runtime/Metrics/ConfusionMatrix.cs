using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// How often each class was taken for which. Its one number is the balanced accuracy, 0 to 1: the mean over classes of the share that was
/// found; a class without samples is left out. Output [batch, classes] and target [batch] of class indices, of which a negative one is not
/// counted, or one score per sample for yes or no. <c>evaluate</c> prints the counts, and the run folder has them in <c>confusion.csv</c>.
/// </summary>
public sealed class ConfusionMatrix : IMetric
{
    private const int YesAndNo = 2;
    private const string CountsName = "counts";
    private const string ClassesName = "classes";

    private Tensor? _counts;
    private long _classes;

    /// <inheritdoc/>
    public string Name => "balanced_accuracy";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <summary>
    /// The counts of the last read, [class that was meant, class that was said]; null before. No comes before yes.
    /// </summary>
    public long[,]? Counts { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="TrainException">The targets are labels of which several may hold at once.</exception>
    public void Add(Tensor output, Tensor target)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var (predicted, truth) = Decide(output, target);
        var isCounted = truth.ge(0).to(ScalarType.Int64);
        _counts ??= torch.zeros([_classes * _classes], dtype: ScalarType.Int64, device: output.device).DetachFromDisposeScope();
        _counts.scatter_add_(0, truth.clamp_min(0).mul_(_classes).add_(predicted), isCounted);
    }

    /// <inheritdoc/>
    public double Read()
    {
        if (_counts is null)
        {
            Counts = null;
            return double.NaN;
        }
        using var host = _counts.cpu();
        var counts = host.data<long>().ToArray();
        Dispose();
        var classes = (int)_classes;
        Counts = new long[classes, classes];
        Buffer.BlockCopy(counts, 0, Counts, 0, counts.Length * sizeof(long));
        return Enumerable.Range(0, classes)
            .Select(row => (Hits: counts[(row * classes) + row], Actual: counts.AsSpan(row * classes, classes).ToArray().Sum()))
            .Where(static row => row.Actual > 0)
            .Select(static row => (double)row.Hits / row.Actual)
            .DefaultIfEmpty(double.NaN)
            .Average();
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.AddIfAny(CountsName, _counts);
        state.Add(ClassesName, _classes);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Dispose();
        (_counts, _classes) = (state.Find(CountsName), state.Whole(ClassesName));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _counts?.Dispose();
        _counts = null;
    }

    private (Tensor Predicted, Tensor Truth) Decide(Tensor output, Tensor target)
    {
        switch (Scores.KindOf(output, target))
        {
            case ScoreKind.Labels:
                throw new TrainException(
                    "a confusion matrix needs one class per sample, and these are labels of which several may hold; measure [Metric<F1>]");
            case ScoreKind.Binary:
                _classes = YesAndNo;
                var (predicted, truth) = Scores.Signs(output, target);
                return (predicted.flatten().to(ScalarType.Int64), truth.flatten().to(ScalarType.Int64));
            default:
                var (scores, indices) = Scores.Rows(output, target);
                _classes = scores.shape[1];
                return (scores.argmax(1), indices);
        }
    }
}
