using TrainSdk.Files;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>Writes a safetensors file.</summary>
internal static class SafetensorsWriter
{
    /// <summary>Writes the tensors under their names; the file appears whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors, on any device.</param>
    /// <param name="metadata">Text by name; a blank <see cref="FileChecksum"/> among it is filled.</param>
    /// <exception cref="TrainException">A tensor's type is none of the format's, or the file cannot be written.</exception>
    public static void Save(
        string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var layout = SafetensorsLayout.Of(path, tensors);
        AtomicFile.Write(LocalFileSystem.Instance, path, file => Write(file, layout.Head(metadata), metadata, sink =>
        {
            foreach (var entry in layout.Entries)
            {
                TensorBytes.Send(tensors[entry.Name], sink);
            }
        }));
    }

    /// <summary>Writes a whole file.</summary>
    /// <param name="file">An empty file.</param>
    /// <param name="head">Its length and header.</param>
    /// <param name="metadata">The metadata in the header.</param>
    /// <param name="data">Sends what follows; called twice where there is a checksum to fill.</param>
    /// <returns>The checksum; null where the metadata have no place for one.</returns>
    public static string? Write(
        IOutputFile file, byte[] head, IReadOnlyDictionary<string, string> metadata, Action<Action<ReadOnlySpan<byte>>> data)
    {
        var checksum = metadata.ContainsKey(FileChecksum.Key) ? FileChecksum.Fill(head, data) : null;
        file.Write(head);
        data(file.Write);
        return checksum;
    }
}
