using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>One step's samples, encoded and on the model's device. Valid until the next batch is asked for.</summary>
/// <param name="Input">[count, …].</param>
/// <param name="Target">[count] class indices, [count, time] class indices, or [count, values].</param>
/// <param name="Count">Number of samples.</param>
public readonly record struct Batch(Tensor Input, Tensor Target, long Count);
