using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data.Loading;

/// <summary>Brings targets to the model: floating-point ones in its number type, indices as they are.</summary>
internal static class TargetPlacement
{
    /// <summary>The targets where the model is; they take the place of those that were given.</summary>
    public static Tensor Put(Tensor target, Placement placement)
    {
        var type = target.is_floating_point() ? placement.Dtype : target.dtype;
        if (target.dtype == type && placement.Device.type == DeviceType.CPU)
        {
            return target;
        }
        using var _ = target;
        if (placement.Device.type == DeviceType.CPU)
        {
            return target.to(type);
        }
        var there = target.to(placement.Device, non_blocking: true);
        if (there.dtype == type)
        {
            return there;
        }
        using var __ = there;
        return there.to(type);
    }
}
