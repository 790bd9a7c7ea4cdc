using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Area under the receiver operating characteristic: how surely a sample of a class scores above one of another, 0.5 for a guess and 1 for
/// a perfect order; no threshold is involved. Exact over the split, equal scores counting half. One score per sample for yes or no; or
/// [batch, classes] with class indices, each class against the rest by its softmax probability; or [batch, labels] with targets of type
/// bool. Several are averaged over those of which both samples with and without occur; where there is none it is NaN.
/// Keeps every score of the split on the device until it is read.
/// </summary>
public sealed class Auroc : IMetric
{
    private const string ScoresName = "scores";
    private const string TruthsName = "truths";
    private const string KindName = "kind";

    private readonly List<Tensor> _scores = [];
    private readonly List<Tensor> _truths = [];
    private ScoreKind _kind;

    /// <inheritdoc/>
    public string Name => "auroc";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        _kind = Scores.KindOf(output, target);
        var (scores, truth) = _kind == ScoreKind.Classes
            ? Scores.Rows(output, target)
            : (output.detach().reshape(target.shape[0], -1), Scores.Signs(output, target).Truth);
        _scores.Add(scores.clone().DetachFromDisposeScope());
        _truths.Add(truth.clone().DetachFromDisposeScope());
    }

    /// <inheritdoc/>
    public double Read()
    {
        if (_scores.Count == 0)
        {
            return double.NaN;
        }
        using var scope = torch.NewDisposeScope();
        var scores = torch.cat(_scores).to(ScalarType.Float64, torch.CPU);
        var truth = torch.cat(_truths).cpu();
        Dispose();
        return _kind == ScoreKind.Classes ? OfClasses(scores, truth) : OfLabels(scores, truth);
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.AddIfAny(ScoresName, Joined(_scores));
        state.AddIfAny(TruthsName, Joined(_truths));
        state.Add(KindName, (long)_kind);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Dispose();
        _kind = (ScoreKind)state.Whole(KindName);
        if (state.Find(ScoresName) is { } scores && state.Find(TruthsName) is { } truths)
        {
            _scores.Add(scores);
            _truths.Add(truths);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scores.ForEach(static scores => scores.Dispose());
        _truths.ForEach(static truth => truth.Dispose());
        _scores.Clear();
        _truths.Clear();
    }

    // One tensor in place of one per batch, so that a checkpoint holds few.
    private static Tensor? Joined(List<Tensor> parts)
    {
        if (parts.Count > 1)
        {
            using var _ = torch.no_grad();
            var joined = torch.cat(parts).DetachFromDisposeScope();
            parts.ForEach(static part => part.Dispose());
            parts.Clear();
            parts.Add(joined);
        }
        return parts.FirstOrDefault();
    }

    private static double OfClasses(Tensor scores, Tensor truth)
    {
        var isCounted = truth.ge(0);
        var probabilities = scores[isCounted].softmax(1);
        var indices = truth[isCounted].data<long>().ToArray();
        return Mean(probabilities, (row, column) => indices[row] == column);
    }

    private static double OfLabels(Tensor scores, Tensor truth)
    {
        var yes = truth.contiguous().data<bool>().ToArray();
        var labels = scores.shape[1];
        return Mean(scores, (row, column) => yes[(row * labels) + column]);
    }

    private static double Mean(Tensor scores, Func<int, int, bool> isYes) => Enumerable.Range(0, (int)scores.shape[1])
        .Select(column => RankSum.Area(
            scores.select(1, column).contiguous().data<double>().ToArray(),
            [.. Enumerable.Range(0, (int)scores.shape[0]).Select(row => isYes(row, column))]))
        .Where(static area => !double.IsNaN(area))
        .DefaultIfEmpty(double.NaN)
        .Average();
}
