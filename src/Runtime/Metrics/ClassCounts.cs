using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>How often each class was meant, said, and said rightly, counted on the device.</summary>
internal sealed class ClassCounts : IStateful, IDisposable
{
    private const string CountsName = "counts";
    private const string KindName = "kind";
    private const int Hits = 0;
    private const int Predicted = 1;
    private const int Actual = 2;
    private const int Kinds = 3;

    private Tensor? _counts;
    private ScoreKind _kind;

    /// <summary>Adds a batch.</summary>
    public void Add(Tensor output, Tensor target)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        _kind = Scores.KindOf(output, target);
        if (_kind == ScoreKind.Classes)
        {
            AddClasses(output, target);
        }
        else
        {
            var (predicted, truth) = Scores.Signs(output, target);
            Counts(predicted.shape[1], predicted.device).add_(torch.stack(
                [predicted.logical_and(truth).sum([0]), predicted.sum([0]), truth.sum([0])]));
        }
    }

    /// <summary>The average of a number over the classes; NaN where nothing was counted. Starts anew.</summary>
    /// <param name="averaging">How the classes are put together; yes or no is the number of yes alone.</param>
    /// <param name="number">The number of a class from its hits, how often it was said, and how often it was meant.</param>
    public double Read(Averaging averaging, Func<long, long, long, double> number)
    {
        if (_counts is null)
        {
            return double.NaN;
        }
        using var counts = _counts.cpu();
        var values = counts.data<long>().ToArray();
        Dispose();
        var classes = values.Length / Kinds;
        long At(int kind, int index) => values[(kind * classes) + index];
        long Sum(int kind) => values.AsSpan(kind * classes, classes).ToArray().Sum();
        if (averaging == Averaging.Micro)
        {
            return Sum(Predicted) + Sum(Actual) == 0 && _kind == ScoreKind.Classes
                ? double.NaN
                : number(Sum(Hits), Sum(Predicted), Sum(Actual));
        }
        return Enumerable.Range(0, classes)
            .Where(index => _kind != ScoreKind.Classes || At(Predicted, index) + At(Actual, index) > 0)
            .Select(index => number(At(Hits, index), At(Predicted, index), At(Actual, index)))
            .DefaultIfEmpty(double.NaN)
            .Average();
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.AddIfAny(CountsName, _counts);
        state.Add(KindName, (long)_kind);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Dispose();
        (_counts, _kind) = (state.Find(CountsName), (ScoreKind)state.Whole(KindName));
    }

    public void Dispose()
    {
        _counts?.Dispose();
        _counts = null;
    }

    /// <summary>A share; 0 of 0 is 0.</summary>
    public static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private void AddClasses(Tensor output, Tensor target)
    {
        var (scores, truth) = Scores.Rows(output, target);
        var counts = Counts(scores.shape[1], scores.device);
        var predicted = scores.argmax(1);
        var isCounted = truth.ge(0);
        var one = isCounted.to(ScalarType.Int64);
        var actual = truth.clamp_min(0);
        counts[Hits].scatter_add_(0, actual, predicted.eq(truth).to(ScalarType.Int64));
        counts[Predicted].scatter_add_(0, predicted, one);
        counts[Actual].scatter_add_(0, actual, one);
    }

    private Tensor Counts(long classes, Device device) =>
        _counts ??= torch.zeros([Kinds, classes], dtype: ScalarType.Int64, device: device).DetachFromDisposeScope();
}
