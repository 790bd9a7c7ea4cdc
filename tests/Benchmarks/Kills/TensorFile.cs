using System.Buffers.Binary;
using System.Text.Json;

namespace TrainSdk.Benchmarks.Kills;

/// <summary>Reads a safetensors file by its published layout, without the code that wrote it: the length, a header in JSON, the bytes.</summary>
internal static class TensorFile
{
    private const string Metadata = "__metadata__";

    /// <summary>Type, shape and bytes of each tensor, as text.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var data = sizeof(long) + (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(sizeof(long)..data));
        return header.RootElement.EnumerateObject().Where(static entry => entry.Name != Metadata).ToDictionary(
            static entry => entry.Name,
            entry =>
            {
                var offsets = entry.Value.GetProperty("data_offsets");
                var bytes = file.AsSpan((data + offsets[0].GetInt32())..(data + offsets[1].GetInt32()));
                return $"{entry.Value.GetProperty("dtype")} {entry.Value.GetProperty("shape")} {Convert.ToHexString(bytes)}";
            });
    }
}
