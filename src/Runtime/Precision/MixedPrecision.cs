using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Precision;

/// <summary>
/// In which number type matrix products and convolutions are computed. Weights, gradients, losses and the optimizer's state stay in the
/// model's own type.
/// </summary>
public readonly record struct MixedPrecision
{
    /// <summary>Everything in the model's own type.</summary>
    public static MixedPrecision Off => default;

    /// <summary>The device kind whose operations are cast.</summary>
    public DeviceType Device { get; init; }

    /// <summary>The lower type, bfloat16 or float16; null where precision is not lowered.</summary>
    public ScalarType? Dtype { get; init; }

    /// <summary>Whether precision is lowered at all.</summary>
    public bool IsOn => Dtype is not null;

    /// <summary>Whether gradients need a scaled loss, because the type has too few exponent bits for them: float16.</summary>
    public bool NeedsScaler => Dtype == ScalarType.Float16;

    /// <summary><c>float32</c> (off), <c>bf16</c> or <c>fp16</c>.</summary>
    public override string ToString() => Dtype switch
    {
        ScalarType.BFloat16 => "bf16",
        ScalarType.Float16 => "fp16",
        _ => "float32",
    };
}
