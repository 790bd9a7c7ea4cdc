using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Where each tensor of a safetensors file lies: the widest types first, types together, then by name, behind a header padded to 8 bytes,
/// so that every tensor is aligned for readers that map the file.
/// </summary>
internal sealed class SafetensorsLayout
{
    private const int PrefixLength = sizeof(ulong);
    private const int Alignment = 8;

    private readonly byte[] _entries;

    private SafetensorsLayout(IReadOnlyList<SafetensorsEntry> entries)
    {
        Entries = entries;
        _entries = Json(json =>
        {
            foreach (var entry in entries)
            {
                WriteEntry(json, entry);
            }
        });
    }

    /// <summary>The tensors in the order of their data.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>Bytes of all data.</summary>
    public long DataLength => Entries.Count == 0 ? 0 : Entries[^1].End;

    /// <summary>The layout of a file.</summary>
    /// <param name="path">The file, for errors.</param>
    /// <param name="tensors">The tensors by name.</param>
    /// <exception cref="TrainException">A tensor's type is none of the format's.</exception>
    public static SafetensorsLayout Of(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        var entries = new List<SafetensorsEntry>();
        var begin = 0L;
        var ordered = tensors.OrderByDescending(static pair => pair.Value.element_size())
            .ThenBy(static pair => pair.Value.dtype).ThenBy(static pair => pair.Key, StringComparer.Ordinal);
        foreach (var (name, tensor) in ordered)
        {
            if (SafetensorsDtype.NameOf(tensor.dtype) is null)
            {
                throw new TrainException($"cannot write {path}: '{name}' is {tensor.dtype}, which the safetensors format does not have");
            }
            var end = begin + (tensor.numel() * tensor.element_size());
            entries.Add(new SafetensorsEntry(name, tensor.dtype, tensor.shape, begin, end));
            begin = end;
        }
        return new SafetensorsLayout(entries);
    }

    /// <summary>The first bytes of the file: the header's length and the header.</summary>
    public byte[] Head(IReadOnlyDictionary<string, string> metadata)
    {
        var about = Json(json =>
        {
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in metadata)
            {
                json.WriteString(key, value);
            }
            json.WriteEndObject();
        });

        // Both are objects: the closing brace of the first and the opening one of the second become a comma.
        var length = about.Length + (Entries.Count == 0 ? 0 : _entries.Length - 1);
        var padded = (length + Alignment - 1) / Alignment * Alignment;
        var head = new byte[PrefixLength + padded];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)padded);
        var header = head.AsSpan(PrefixLength);
        about.CopyTo(header);
        if (Entries.Count > 0)
        {
            header[about.Length - 1] = (byte)',';
            _entries.AsSpan(1).CopyTo(header[about.Length..]);
        }
        header[length..].Fill((byte)' ');
        return head;
    }

    private static byte[] Json(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, SafetensorsEntry entry)
    {
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", SafetensorsDtype.NameOf(entry.Type));
        json.WriteStartArray("shape");
        foreach (var size in entry.Shape)
        {
            json.WriteNumberValue(size);
        }
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(entry.Begin);
        json.WriteNumberValue(entry.End);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
