using System.Buffers.Binary;
using System.Text.Json;
using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Writes a safetensors file: the widest types first and a header padded to 8 bytes, so that every tensor is aligned for readers that map
/// the file.
/// </summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes the tensors under their names; the file appears whole or not at all.</summary>
    /// <exception cref="TrainException">A tensor's type is none of the format's, or the file cannot be written.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var ordered = tensors
            .OrderByDescending(static pair => pair.Value.element_size())
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .ToArray();
        var header = Header(path, ordered, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var (_, tensor) in ordered)
            {
                TensorBytes.Write(tensor, stream);
            }
        });
    }

    private static byte[] Header(string path, KeyValuePair<string, Tensor>[] tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in metadata)
            {
                json.WriteString(key, value);
            }
            json.WriteEndObject();
            var offset = 0L;
            foreach (var (name, tensor) in tensors)
            {
                var dtype = SafetensorsDtype.NameOf(tensor.dtype)
                    ?? throw new TrainException(
                        $"cannot write {path}: '{name}' is {tensor.dtype}, which the safetensors format does not have");
                offset = WriteEntry(json, name, dtype, tensor, offset);
            }
            json.WriteEndObject();
        }
        while (buffer.Length % Alignment != 0)
        {
            buffer.WriteByte((byte)' ');
        }
        return buffer.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, string name, string dtype, Tensor tensor, long begin)
    {
        var end = begin + (tensor.numel() * tensor.element_size());
        json.WriteStartObject(name);
        json.WriteString("dtype", dtype);
        json.WriteStartArray("shape");
        foreach (var size in tensor.shape)
        {
            json.WriteNumberValue(size);
        }
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }
}
