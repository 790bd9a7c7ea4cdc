namespace TrainSdk.Images;

/// <summary>
/// Which source pixels make up each target pixel along one axis, and with which weights: a triangle as wide as the reduction asks, so that
/// every source pixel counts when a picture shrinks (antialiased bilinear, as Pillow's <c>BILINEAR</c>).
/// </summary>
internal sealed class ResampledAxis
{
    private int[] _first = [];
    private int[] _count = [];
    private float[] _weights = [];
    private int _taps;
    private (int Source, double Start, double Length, int Target) _prepared;

    /// <summary>First source pixel of any target pixel.</summary>
    public int Lowest => _first[0];

    /// <summary>One past the last source pixel of any target pixel.</summary>
    public int End => _first[Target - 1] + _count[Target - 1];

    /// <summary>Target pixels.</summary>
    public int Target => _prepared.Target;

    /// <summary>First source pixel of a target pixel.</summary>
    public int First(int target) => _first[target];

    /// <summary>Weights of the source pixels from <see cref="First"/> on; their sum is 1.</summary>
    public ReadOnlySpan<float> Weights(int target) => _weights.AsSpan(target * _taps, _count[target]);

    /// <summary>Prepares the weights; allocates only where none so long were prepared before.</summary>
    /// <param name="source">Pixels that there are.</param>
    /// <param name="start">Where the part begins that is shown, in pixels.</param>
    /// <param name="length">How long that part is, in pixels.</param>
    /// <param name="target">Pixels that it becomes.</param>
    public void Prepare(int source, double start, double length, int target)
    {
        if (_prepared == (source, start, length, target))
        {
            return;
        }
        _prepared = (source, start, length, target);
        var step = length / target;
        var reach = Math.Max(step, 1);
        _taps = (2 * (int)Math.Ceiling(reach)) + 1;
        Grow(target);
        for (var i = 0; i < target; i++)
        {
            var center = start + ((i + 0.5) * step);
            var first = Math.Max(0, (int)(center - reach + 0.5));
            var end = Math.Min(source, (int)(center + reach + 0.5));
            _first[i] = first;
            _count[i] = end - first;
            Weigh(_weights.AsSpan(i * _taps, end - first), first + 0.5 - center, reach);
        }
    }

    private static void Weigh(Span<float> weights, double distance, double reach)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Triangle((distance + i) / reach);
        }
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(Triangle((distance + i) / reach) / sum);
        }
    }

    private static double Triangle(double distance) => Math.Max(0, 1 - Math.Abs(distance));

    private void Grow(int target)
    {
        if (_first.Length < target)
        {
            _first = new int[target];
            _count = new int[target];
        }
        if (_weights.Length < target * _taps)
        {
            _weights = new float[target * _taps];
        }
    }
}
