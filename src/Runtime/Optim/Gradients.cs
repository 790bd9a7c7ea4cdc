using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim;

/// <summary>The gradients of the trained parameters, after <c>backward</c>.</summary>
public sealed class Gradients(TrainableParameters parameters)
{
    private const double Epsilon = 1e-6;

    private readonly List<Tensor> _present = new(parameters.Values.Count);

    /// <summary>The common 2-norm of all gradients. Call inside the step's dispose scope.</summary>
    public GradientNorm Norm()
    {
        using var _ = torch.no_grad();
        return Measure(Present());
    }

    /// <summary>
    /// Measures the norm, then multiplies every gradient by min(1, max / (norm + 1e-6)), as PyTorch's <c>clip_grad_norm_</c> does.
    /// Call inside the step's dispose scope.
    /// </summary>
    /// <param name="max">Largest norm, greater than 0.</param>
    /// <returns>The norm before clipping.</returns>
    public GradientNorm ClipNorm(double max)
    {
        using var _ = torch.no_grad();
        var gradients = Present();
        var norm = Measure(gradients);
        var factor = norm.Value.add(Epsilon).reciprocal_().mul_(max).clamp_(max: 1.0);
        foreach (var gradient in gradients)
        {
            gradient.mul_(factor);
        }
        return norm;
    }

    /// <summary>Multiplies every gradient by a factor, in place.</summary>
    /// <param name="factor">A scalar on the gradients' device.</param>
    public void Multiply(Tensor factor)
    {
        using var _ = torch.no_grad();
        foreach (var gradient in Present())
        {
            gradient.mul_(factor);
        }
    }

    /// <summary>Sets every gradient to null, so that the next backward pass writes instead of adds.</summary>
    public void Clear()
    {
        foreach (var parameter in parameters.Values)
        {
            parameter.grad = null;
        }
    }

    private List<Tensor> Present()
    {
        _present.Clear();
        foreach (var parameter in parameters.Values)
        {
            if (parameter.grad is { } gradient)
            {
                _present.Add(gradient);
            }
        }
        return _present.Count > 0
            ? _present
            : throw new TrainException(
                "no parameter received a gradient: the loss does not depend on them; "
                + "return the model's own computation from forward, without detach or no_grad");
    }

    private static GradientNorm Measure(List<Tensor> gradients)
    {
        var norms = new Tensor[gradients.Count];
        for (var i = 0; i < norms.Length; i++)
        {
            norms[i] = gradients[i].norm();
        }
        var value = torch.stack(norms).norm();
        return new GradientNorm(value, value.isfinite().logical_not_());
    }
}
