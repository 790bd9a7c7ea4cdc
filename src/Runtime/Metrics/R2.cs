using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Coefficient of determination: the share of the target's variance that the model explains; 1 is perfect, 0 is no better than the mean of
/// the split's targets, and there is no lower bound. Output and target [batch, values]; several values are averaged. As in scikit-learn, a
/// target that never changes gives 1 where it is met exactly and 0 else, and a single sample gives NaN.
/// </summary>
public sealed class R2 : IMetric
{
    private const string CountName = "count";
    private const string ResidualName = "residual";
    private const string MeanName = "mean";
    private const string SpreadName = "spread";

    private long _count;
    private Tensor? _residual;
    private Tensor? _mean;
    private Tensor? _spread;

    /// <inheritdoc/>
    public string Name => "r2";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var count = target.shape[0];
        var wanted = target.reshape(count, -1).to(ScalarType.Float64);
        var residual = output.detach().reshape(count, -1).to(ScalarType.Float64).sub(wanted).pow_(2).sum([0]);
        var mean = wanted.mean([0]);
        var spread = wanted.sub(mean).pow_(2).sum([0]);
        if (_residual is null)
        {
            (_residual, _mean, _spread) = (residual, mean, spread);
            scope.Detach(residual, mean, spread);
        }
        else
        {
            Merge(count, residual, mean, spread);
        }
        _count += count;
    }

    /// <inheritdoc/>
    public double Read()
    {
        if (_residual is null || _count < 2)
        {
            Dispose();
            return double.NaN;
        }
        using var scope = torch.NewDisposeScope();
        var residual = _residual.cpu().data<double>().ToArray();
        var spread = _spread!.cpu().data<double>().ToArray();
        Dispose();
        return residual.Zip(spread, Explained).Average();
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.Add(CountName, _count);
        state.AddIfAny(ResidualName, _residual);
        state.AddIfAny(MeanName, _mean);
        state.AddIfAny(SpreadName, _spread);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Dispose();
        _count = state.Whole(CountName);
        (_residual, _mean, _spread) = (state.Find(ResidualName), state.Find(MeanName), state.Find(SpreadName));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _residual?.Dispose();
        _mean?.Dispose();
        _spread?.Dispose();
        _residual = _mean = _spread = null;
        _count = 0;
    }

    // Chan, Golub and LeVeque (1979): the squares around the mean of two samples together, without the cancellation of Σy² − (Σy)²/n.
    private void Merge(long count, Tensor residual, Tensor mean, Tensor spread)
    {
        var total = (double)(_count + count);
        var shift = mean.sub(_mean!);
        _residual!.add_(residual);
        _spread!.add_(spread).add_(shift.square(), _count * (count / total));
        _mean!.add_(shift, count / total);
    }

    private static double Explained(double residual, double spread) => spread > 0 ? 1 - (residual / spread)
        : residual == 0 ? 1
        : double.IsNaN(residual + spread) ? double.NaN
        : 0;
}
