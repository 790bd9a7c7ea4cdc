namespace TrainSdk.Trials;

/// <summary>
/// The learning rate range test: the loss of training steps whose rate grows from step to step by the same factor
/// (Smith, Cyclical Learning Rates for Training Neural Networks, 2017).
/// </summary>
internal sealed class LrRange
{
    /// <summary>The rate of the first step by default.</summary>
    public const double LeastLr = 1e-6;

    /// <summary>The rate of the last step by default.</summary>
    public const double MostLr = 10;

    /// <summary>Steps by default.</summary>
    public const int DefaultSteps = 120;

    // The weight of the past in the mean of the losses, and how far above the least mean the test has seen enough; both as in fastai.
    private const double Memory = 0.9;
    private const double Enough = 4;

    // Smith's advice: a rate somewhat below the one where the loss is least, which is at the edge already.
    private const double BelowLeast = 10;

    // The first steps, whose rate is too small to change anything: their losses differ by the batches alone, and their mean most of all.
    private const int Quiet = 10;

    private readonly List<LrPoint> _points = [];
    private double _mean;

    /// <summary>The steps so far, by growing rate.</summary>
    public IReadOnlyList<LrPoint> Points => _points;

    /// <summary>Whether the loss has grown so much, or is no number, that greater rates tell nothing.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The rate of a step.</summary>
    public static double LrAt(int step, int steps, double least, double most) =>
        least * Math.Pow(most / least, (double)step / Math.Max(1, steps - 1));

    /// <summary>Takes the loss of the next step.</summary>
    public void Add(double lr, double loss)
    {
        if (!double.IsFinite(loss))
        {
            IsOver = true;
            return;
        }
        _mean = (Memory * _mean) + ((1 - Memory) * loss);
        var smoothed = _mean / (1 - Math.Pow(Memory, _points.Count + 1));
        _points.Add(new LrPoint(lr, loss, smoothed));
        var least = _points.Min(static point => point.Smoothed);
        IsOver = smoothed > least + ((Enough - 1) * Math.Abs(least));
    }

    /// <summary>
    /// The rate to start with: between the one at which the loss falls fastest and a tenth of the one at which it is least, in the middle
    /// on a logarithmic scale, and not above that tenth. Null where the loss did not fall by more than it differs from batch to batch.
    /// </summary>
    public double? Suggestion()
    {
        if (_points.Count < Quiet)
        {
            return null;
        }
        var least = Enumerable.Range(0, _points.Count).MinBy(at => _points[at].Smoothed);
        var before = _points.Take(Quiet).Average(static point => point.Loss);
        if (least < Quiet || before - _points[least].Smoothed <= Spread(before))
        {
            return null;
        }
        var steepest = Enumerable.Range(Quiet, least - Quiet + 1).MinBy(at => _points[at].Smoothed - _points[at - 1].Smoothed);
        var most = _points[least].Lr / BelowLeast;
        return Math.Min(most, Math.Sqrt(_points[steepest].Lr * most));
    }

    private double Spread(double mean) => Math.Sqrt(_points.Take(Quiet).Average(point => Math.Pow(point.Loss - mean, 2)));
}
