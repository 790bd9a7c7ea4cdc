namespace TrainSdk;

/// <summary>Which number type <c>[Amp]</c> lowers matrix products and convolutions to.</summary>
public enum AmpMode
{
    /// <summary>
    /// What the device is fast in. CUDA: bfloat16 from compute capability 8 on, float16 with a gradient scaler below. CPU: bfloat16 where
    /// the processor has instructions for it, else the model's own type.
    /// </summary>
    Auto,

    /// <summary>The model's own type.</summary>
    Off,

    /// <summary>bfloat16: float32's range with 8 bits of precision. A CPU without instructions for it emulates it, slowly.</summary>
    Bf16,

    /// <summary>float16: 11 bits of precision and a small range, hence a gradient scaler. CUDA only.</summary>
    Fp16,
}
