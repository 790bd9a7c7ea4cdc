using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>What a checkpoint is made of. The tensors are live: they are copied before the next step.</summary>
internal sealed record CheckpointContent
{
    /// <summary>All tensors of <c>last.safetensors</c>.</summary>
    public required IReadOnlyDictionary<string, Tensor> Tensors { get; init; }

    /// <summary>Its metadata, with a blank <see cref="FileChecksum"/>.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The best weights and buffers so far; null where there are none.</summary>
    public IReadOnlyDictionary<string, Tensor>? Best { get; init; }

    /// <summary>The metadata of <c>best.safetensors</c>, with a blank <see cref="FileChecksum"/>.</summary>
    public IReadOnlyDictionary<string, string> BestMetadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Another number whenever the best weights are others; they are written where it changes.</summary>
    public long BestVersion { get; init; }

    /// <summary>The tables whose lengths the metadata name.</summary>
    public IReadOnlyList<RecordLog> Tables { get; init; } = [];
}
