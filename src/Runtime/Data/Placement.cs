using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>Where a model computes and in which number type; inputs and floating-point targets follow it.</summary>
public readonly record struct Placement(Device Device, ScalarType Dtype)
{
    /// <summary>The device and type of a model's first floating-point parameter; the CPU and float32 where it has none.</summary>
    public static Placement Of(nn.Module model)
    {
        foreach (var parameter in model.parameters())
        {
            if (parameter.is_floating_point())
            {
                return new Placement(parameter.device, parameter.dtype);
            }
        }
        return new Placement(torch.CPU, ScalarType.Float32);
    }
}
