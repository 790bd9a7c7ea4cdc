namespace TrainSdk;

/// <summary>
/// Automatic mixed precision (Micikevicius et al., 2018): matrix products, linear layers, convolutions and attention run in bfloat16 or
/// float16; weights, gradients, normalisation, losses and the optimizer's state stay in float32, as in PyTorch's <c>torch.autocast</c>.
/// It pays on GPUs since Ampere and on processors with AVX512-BF16 or AMX, for convolutions and wide layers; on a small model the casts
/// cost more than they save. <c>--amp off</c> switches it off.
/// </summary>
/// <remarks>
/// Write <c>[Amp]</c> and let it choose: 1.5 to 3 times as fast at about half the memory on GPUs with tensor cores. Float16 (<see
/// cref="AmpMode.Fp16"/>) needs a gradient scaler, which is added, and a GPU (TRAIN1026). Skipped steps at the start of a float16 run are
/// the scaler finding its scale. A loss that is NaN only with it wants bfloat16 or float32 for that layer.
/// </remarks>
/// <param name="mode">The lower number type; <see cref="AmpMode.Auto"/> chooses by the device.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AmpAttribute(AmpMode mode = AmpMode.Auto) : Attribute
{
    /// <summary>The lower number type; default <see cref="AmpMode.Auto"/>: by the device.</summary>
    public AmpMode Mode { get; } = mode;
}
