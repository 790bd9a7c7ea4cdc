using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>Samples of several batches, gathered at once.</summary>
/// <param name="Inputs">[count, …], encoded for the model where <paramref name="IsEncoded"/>.</param>
/// <param name="Targets">[count] or [count, values].</param>
/// <param name="IsEncoded">Whether batches are views of the inputs as they are.</param>
/// <param name="Start">Position of the first sample in the epoch.</param>
/// <param name="End">Position after the last.</param>
internal sealed record Chunk(Tensor Inputs, Tensor Targets, bool IsEncoded, long Start, long End) : IDisposable
{
    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }
}
