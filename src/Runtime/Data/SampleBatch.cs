using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>Samples put together as tensors on the CPU, before they are normalised.</summary>
/// <param name="Inputs">One tensor [count, …] per input of the model, in the order in which <c>forward</c> takes them.</param>
/// <param name="Target">[count] int64 class indices, [count, time] int64 class indices, or [count, values] floating point.</param>
public sealed record SampleBatch(IReadOnlyList<Tensor> Inputs, Tensor Target)
{
    /// <summary>Samples of a model with one input.</summary>
    public SampleBatch(Tensor input, Tensor target)
        : this([input], target)
    {
    }
}
