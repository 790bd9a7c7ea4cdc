using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Share of samples whose highest score is that of their class, 0 to 1. Output [batch, classes], target [batch] of class indices.
/// </summary>
public sealed class Accuracy : IMetric
{
    // Above it, torch's own search is as fast.
    private const long FewScores = 1 << 14;

    private readonly WeightedMean _mean = new();

    /// <inheritdoc/>
    public string Name => "accuracy";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target)
    {
        var count = target.size(0);
        if (output.dim() == 2 && output.NumberOfElements <= FewScores && HostMemory.Holds<float>(output) && HostMemory.Holds<long>(target))
        {
            _mean.AddSum(Right(HostMemory.Of<float>(output), HostMemory.Of<long>(target)), count);
        }
        else
        {
            _mean.AddSum(output.argmax(1).eq(target).sum(), count);
        }
    }

    /// <inheritdoc/>
    public double Read() => _mean.Read();

    /// <inheritdoc/>
    public void Dispose() => _mean.Dispose();

    private static int Right(ReadOnlySpan<float> scores, ReadOnlySpan<long> targets)
    {
        var classes = scores.Length / targets.Length;
        var right = 0;
        for (var sample = 0; sample < targets.Length; sample++)
        {
            right += Highest(scores.Slice(sample * classes, classes)) == targets[sample] ? 1 : 0;
        }
        return right;
    }

    // As torch's argmax: the first of equals, and NaN above every number.
    private static int Highest(ReadOnlySpan<float> scores)
    {
        var highest = 0;
        for (var at = 1; at < scores.Length && !float.IsNaN(scores[highest]); at++)
        {
            if (scores[at] > scores[highest] || float.IsNaN(scores[at]))
            {
                highest = at;
            }
        }
        return highest;
    }
}
