using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>The samples of several batches, gathered at once and already cut into batches.</summary>
/// <param name="Inputs">By batch, [count, …]; encoded for the model where <paramref name="IsEncoded"/>.</param>
/// <param name="Targets">By batch, [count] or [count, values].</param>
/// <param name="IsEncoded">Whether the inputs go to the model as they are.</param>
/// <param name="End">Position in the epoch after the last sample.</param>
internal sealed record Chunk(Tensor[] Inputs, Tensor[] Targets, bool IsEncoded, long End) : IDisposable
{
    public void Dispose()
    {
        Array.ForEach(Inputs, static input => input.Dispose());
        Array.ForEach(Targets, static target => target.Dispose());
    }
}
