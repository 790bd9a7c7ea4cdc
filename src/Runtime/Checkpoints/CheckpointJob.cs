using TrainSdk.Recording;

namespace TrainSdk.Checkpoints;

/// <summary>A checkpoint that was copied and is to be written.</summary>
/// <param name="Head">The first bytes of <c>last.safetensors</c>.</param>
/// <param name="BestHead">The first bytes of <c>best.safetensors</c>; null where there are no best weights yet.</param>
/// <param name="BestVersion">Tells best weights from others.</param>
/// <param name="Tables">Flushed before the file that names their lengths.</param>
internal sealed record CheckpointJob(byte[] Head, byte[]? BestHead, long BestVersion, IReadOnlyList<RecordLog> Tables);
