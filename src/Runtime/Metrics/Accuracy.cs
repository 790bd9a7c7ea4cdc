using TorchSharp;
using TrainSdk.Native;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Share of right answers, 0 to 1. Output [batch, classes], of which the highest score is the answer (the first of equals), and target
/// [batch] of class indices or [batch, classes] of shares; or one score per sample for yes or no, by its sign; or [batch, labels] with
/// targets of type bool, where every label counts by itself. A negative class index is not counted.
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
        if (IsFewOnHost(output, target))
        {
            _mean.AddSum(Right(HostMemory.Of<float>(output), HostMemory.Of<long>(target)), count);
            return;
        }
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        if (Scores.KindOf(output, target) == ScoreKind.Classes)
        {
            var (scores, truth) = Scores.Rows(output, target);
            _mean.AddSum(scores.argmax(1).eq(truth).sum(), truth.ge(0).sum());
        }
        else
        {
            var (predicted, truth) = Scores.Signs(output, target);
            _mean.AddSum(predicted.eq(truth).sum(), predicted.NumberOfElements);
        }
    }

    /// <inheritdoc/>
    public double Read() => _mean.Read();

    /// <inheritdoc/>
    public void Save(StateWriter state) => _mean.Save(state);

    /// <inheritdoc/>
    public void Load(StateReader state) => _mean.Load(state);

    /// <inheritdoc/>
    public void Dispose() => _mean.Dispose();

    private static bool IsFewOnHost(Tensor output, Tensor target)
    {
        if (output.dim() != 2 || target.dim() != 1)
        {
            return false;
        }
        var scores = output.NumberOfElements;
        return scores > target.NumberOfElements && scores <= FewScores
            && HostMemory.Holds<float>(output) && HostMemory.Holds<long>(target);
    }

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
