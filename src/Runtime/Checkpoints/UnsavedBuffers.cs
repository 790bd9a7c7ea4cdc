using TrainSdk.Native;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Buffers that a model registered as not persistent. A weights file does not hold them; a run that goes on needs them as they were, for a
/// forward pass may have changed them.
/// </summary>
internal sealed class UnsavedBuffers(nn.Module model) : IStateful
{
    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        foreach (var (name, buffer) in ModuleBuffers.NamedNotSaved(model))
        {
            state.Add(name, buffer);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        foreach (var (name, buffer) in ModuleBuffers.NamedNotSaved(model))
        {
            state.CopyTo(name, buffer);
        }
    }
}
