using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Augmentation;

/// <summary>A batch whose samples were mixed with the one before each of them.</summary>
public readonly struct MixedBatch
{
    private readonly Tensor _target;

    internal MixedBatch(Tensor input, Tensor target, double share)
    {
        Input = input;
        _target = target;
        Share = share;
    }

    /// <summary>The mixed inputs, [count, …].</summary>
    public Tensor Input { get; }

    /// <summary>How much of each sample is its own, 0 to 1; the rest is the sample's before it.</summary>
    public double Share { get; }

    /// <summary>The mixed targets as shares of the classes, [count, classes], in the scores' type or float32.</summary>
    /// <param name="output">The model's scores, [count, classes].</param>
    public Tensor TargetLike(Tensor output)
    {
        var type = output.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        var shares = _target.is_floating_point() ? _target.to(type) : OneHot(output, type);
        return shares.mul(Share).add_(shares.roll(1, 0).mul_(1 - Share));
    }

    private Tensor OneHot(Tensor output, ScalarType type)
    {
        var places = _target.unsqueeze(1);
        return torch.zeros(output.shape, type, output.device).scatter_(1, places, torch.ones_like(places, type));
    }
}
