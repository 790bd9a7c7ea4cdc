using TorchSharp;
using TrainSdk.Optim;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>
/// Multiplies the loss by a large factor before <c>backward</c>, so that small gradients do not vanish in float16, and divides the
/// gradients by it again. A step whose gradients overflow is skipped and halves the factor; 2000 good steps in a row double it
/// (Micikevicius et al., 2018; PyTorch's <c>GradScaler</c>). Everything stays on the device: no step waits for it.
/// </summary>
/// <remarks>Does nothing and holds nothing unless the precision needs it, that is in float16.</remarks>
/// <param name="precision">The run's precision.</param>
public sealed class GradScaler(MixedPrecision precision) : IStateful, IDisposable
{
    private const string ScaleName = "scale";
    private const string GoodStepsName = "growth_tracker";
    private const double Growth = 2;
    private const double Backoff = 0.5;

    private Tensor? _scale;
    private Tensor? _goodSteps;

    /// <summary>The factor of the first step; default 65536.</summary>
    internal double InitialScale { get; init; } = 65536;

    /// <summary>Good steps in a row after which the factor grows; default 2000.</summary>
    internal int GrowthInterval { get; init; } = 2000;

    /// <summary>The loss to call <c>backward</c> on, in the step's dispose scope; the loss itself where nothing is scaled.</summary>
    /// <param name="loss">A scalar.</param>
    public Tensor Scale(Tensor loss)
    {
        if (!precision.NeedsScaler)
        {
            return loss;
        }
        Start(loss.device);
        return loss.mul(_scale!);
    }

    /// <summary>Divides every gradient by the factor, infinite ones staying infinite. Call before clipping.</summary>
    public void Unscale(Gradients gradients)
    {
        if (_scale is null)
        {
            return;
        }
        using var _ = torch.no_grad();
        using var inverse = _scale.reciprocal();
        gradients.Multiply(inverse);
    }

    /// <summary>Halves the factor where the step was skipped, doubles it after enough good steps.</summary>
    /// <param name="skipped">A scalar; not 0 where a gradient was NaN or infinite.</param>
    public void Update(Tensor skipped)
    {
        if (_scale is null || _goodSteps is null)
        {
            return;
        }
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var isBad = skipped.ne(0);
        var goodSteps = _goodSteps.add(1);
        var isDue = goodSteps.eq(GrowthInterval);
        var grown = _scale.mul(Growth);
        var kept = torch.where(isDue.logical_and(grown.isfinite()), grown, _scale);
        _scale.copy_(torch.where(isBad, _scale.mul(Backoff), kept));
        _goodSteps.copy_(goodSteps.mul_(isBad.logical_or(isDue).logical_not()));
    }

    /// <summary>The present factor; 1 where nothing is scaled. Makes the host wait for the device: not for use in every step.</summary>
    public double ReadScale() => !precision.NeedsScaler ? 1 : _scale?.ToDouble() ?? InitialScale;

    /// <summary>Names the factor and the good steps in a row; nothing before the first step.</summary>
    public void Save(StateWriter state)
    {
        if (_scale is not null && _goodSteps is not null)
        {
            state.Add(ScaleName, _scale);
            state.Add(GoodStepsName, _goodSteps);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Dispose();
        if (precision.NeedsScaler)
        {
            (_scale, _goodSteps) = (state.Find(ScaleName), state.Find(GoodStepsName));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scale?.Dispose();
        _goodSteps?.Dispose();
        _scale = _goodSteps = null;
    }

    private void Start(Device device)
    {
        _scale ??= torch.tensor(InitialScale, dtype: ScalarType.Float32, device: device).DetachFromDisposeScope();
        _goodSteps ??= torch.zeros([], dtype: ScalarType.Int64, device: device).DetachFromDisposeScope();
    }
}
