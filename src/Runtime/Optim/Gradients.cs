using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>The gradients of the trained parameters, after <c>backward</c>.</summary>
public sealed class Gradients : IDisposable
{
    private const double Epsilon = 1e-6;
    private const double EuclideanType = 2;

    private readonly TrainableParameters _parameters;
    private readonly ParameterGroup[] _groups;
    private readonly DeviceConstants _constants;
    private readonly Tensor _epsilon;
    private readonly Tensor _no = torch.zeros([], dtype: ScalarType.Float32, device: torch.CPU).DetachFromDisposeScope();
    private readonly Tensor _yes = torch.ones([], dtype: ScalarType.Float32, device: torch.CPU).DetachFromDisposeScope();
    private readonly Tensor _max;
    private double _maxValue = 1;

    /// <summary>Prepares for the gradients to come.</summary>
    /// <param name="parameters">What is trained, taken after the model was moved.</param>
    public Gradients(TrainableParameters parameters)
    {
        _parameters = parameters;
        _groups = ParameterGroup.Of(parameters);
        var isDouble = parameters.Values.Any(static parameter => parameter.dtype == ScalarType.Float64);
        _constants = new DeviceConstants(_groups[0].Device, isDouble ? ScalarType.Float64 : ScalarType.Float32);
        _epsilon = _constants.Scalar(Epsilon);
        _max = _constants.Scalar(_maxValue);
    }

    /// <summary>The common 2-norm of all gradients. Call inside the step's dispose scope.</summary>
    /// <exception cref="TrainException">No parameter has a gradient.</exception>
    public GradientNorm Norm()
    {
        using var _ = torch.no_grad();
        return Measure(EuclideanType);
    }

    /// <summary>
    /// Measures the norm, then multiplies every gradient by min(1, max / (norm + 1e-6)), as PyTorch's <c>clip_grad_norm_</c> does.
    /// Call inside the step's dispose scope.
    /// </summary>
    /// <param name="max">Largest norm, greater than 0.</param>
    /// <param name="normType">
    /// p of the p-norm over all numbers of all gradients, greater than 0; infinity for the largest magnitude. 2 is the length of the
    /// gradient as a vector.
    /// </param>
    /// <returns>The norm before clipping.</returns>
    /// <exception cref="TrainException">No parameter has a gradient.</exception>
    public GradientNorm ClipNorm(double max, double normType = EuclideanType)
    {
        using var _ = torch.no_grad();
        var norm = Measure(normType);
        using var factor = FactorFor(norm.Value, max);
        MultiplyAll(factor);
        return norm;
    }

    /// <summary>
    /// Measures the norm, then brings every number of every gradient between −max and max, as PyTorch's <c>clip_grad_value_</c> does. This
    /// changes the gradient's direction. Call inside the step's dispose scope.
    /// </summary>
    /// <param name="max">Largest magnitude, greater than 0.</param>
    /// <returns>The 2-norm before clipping: an infinite gradient is still seen as such.</returns>
    /// <exception cref="TrainException">No parameter has a gradient.</exception>
    public GradientNorm ClipValue(double max)
    {
        using var _ = torch.no_grad();
        var norm = Measure(EuclideanType);
        foreach (var group in _groups)
        {
            group.Kernels.Clamp(group, max);
        }
        return norm;
    }

    /// <summary>
    /// Makes gradients that were added up over a window those of its mean loss. Call once per window, before the norm and the step.
    /// </summary>
    public void Average(AccumulationWindow window)
    {
        using var factor = window.MeanFactor;
        Multiply(factor);
    }

    /// <summary>Multiplies every gradient by the same factor, in place.</summary>
    /// <param name="factor">A scalar; one on the parameters' device is not read by the host.</param>
    public void Multiply(Tensor factor)
    {
        using var _ = torch.no_grad();
        MultiplyAll(factor);
    }

    /// <summary>Sets every gradient to null, so that the next backward pass writes instead of adds.</summary>
    public void Clear()
    {
        foreach (var parameter in _parameters.Values)
        {
            parameter.grad = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _constants.Dispose();
        _epsilon.Dispose();
        _no.Dispose();
        _yes.Dispose();
        _max.Dispose();
    }

    private GradientNorm Measure(double type)
    {
        var value = (_groups.Length == 1 ? _groups[0].Kernels.Norm(_groups[0], type) : NormOfGroups(type)) ?? throw new TrainException(
            "no parameter received a gradient: the loss does not depend on them; "
            + "return the model's own computation from forward, without detach or no_grad");

        return new GradientNorm(value, NotFinite(value));
    }

    private Tensor NotFinite(Tensor norm)
    {
        if (HostMemory.Number(norm) is { } known)
        {
            return double.IsFinite(known) ? _no : _yes;
        }

        // 0 × norm is 0 where the norm is finite; where it is not, it is NaN, which is not 0.
        var isNotFinite = norm.mul(_constants.Zero);
        isNotFinite.ne_(_constants.Zero);
        return isNotFinite.dtype == ScalarType.Float32 ? isNotFinite : isNotFinite.to(ScalarType.Float32);
    }

    private Tensor FactorFor(Tensor norm, double max)
    {
        if (HostMemory.Number(norm) is { } known)
        {
            return _constants.Scalar(Math.Min(1, max / (known + Epsilon)));
        }
        if (_maxValue != max)
        {
            _maxValue = max;
            _max.fill_(max);
        }
        using var padded = norm.add(_epsilon);
        using var ratio = torch.div(_max, padded);
        return torch.minimum(ratio, _constants.One);
    }

    private Tensor? NormOfGroups(double type)
    {
        using var scope = torch.NewDisposeScope();
        Tensor[] norms = [.. _groups.Select(group => group.Kernels.Norm(group, type)).OfType<Tensor>().Select(_constants.Like)];
        return norms.Length == 0 ? null : torch.linalg.vector_norm(torch.stack(norms), type).MoveToOuterDisposeScope();
    }

    private void MultiplyAll(Tensor factor)
    {
        foreach (var group in _groups)
        {
            if (group.HasDeviceOf(factor))
            {
                group.Kernels.Multiply(group, factor);
            }
            else
            {
                using var there = factor.to(group.Device);
                group.Kernels.Multiply(group, there);
            }
        }
    }
}
