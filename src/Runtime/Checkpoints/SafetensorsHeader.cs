using System.Text.Json;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// The JSON header of a safetensors file, checked completely: types are known, shapes fit their bytes, and the tensors cover the data
/// without gap or overlap. A file that passes can be read without any further doubt. Throws <see cref="FormatException"/> with the cause.
/// </summary>
internal sealed class SafetensorsHeader
{
    private const string MetadataName = "__metadata__";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    private SafetensorsHeader(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<SafetensorsEntry> entries)
    {
        Metadata = metadata;
        Entries = entries;
    }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>Reads a header.</summary>
    /// <param name="json">The header's bytes.</param>
    /// <param name="dataLength">Bytes that follow the header.</param>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength)
    {
        try
        {
            using var document = Document(json);
            var header = Read(document.RootElement);
            CheckCoverage(header.Entries, dataLength);
            return header;
        }
        catch (InvalidOperationException error)
        {
            // what System.Text.Json says of bytes that are no UTF-8 and of half surrogates, and only once the text is asked for
            throw new FormatException("the header holds text that is not Unicode", error);
        }
    }

    private static SafetensorsHeader Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("the header is not a JSON object");
        }
        var metadata = new Dictionary<string, string>();
        var entries = new List<SafetensorsEntry>();
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == MetadataName)
            {
                ReadMetadata(property.Value, metadata);
            }
            else
            {
                entries.Add(Entry(property.Name, property.Value));
            }
        }
        return new SafetensorsHeader(metadata, entries);
    }

    private static JsonDocument Document(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException error)
        {
            throw new FormatException("the header is not valid JSON", error);
        }
    }

    private static void ReadMetadata(JsonElement element, Dictionary<string, string> metadata)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{MetadataName} is not an object");
        }
        foreach (var property in element.EnumerateObject())
        {
            metadata[property.Name] = Text(property.Value, $"{MetadataName}.{property.Name}");
        }
    }

    private static SafetensorsEntry Entry(string name, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != 3)
        {
            throw new FormatException($"'{name}' is not an object of dtype, shape and data_offsets");
        }
        var dtype = Text(Member(element, name, "dtype"), $"the dtype of '{name}'");
        if (!SafetensorsDtype.TryParse(dtype, out var type))
        {
            throw new FormatException($"'{name}' has the unknown dtype {dtype}");
        }
        var shape = Numbers(Member(element, name, "shape"), $"the shape of '{name}'");
        var offsets = Numbers(Member(element, name, "data_offsets"), $"data_offsets of '{name}'");
        if (offsets is not [var begin, var end] || end < begin)
        {
            throw new FormatException($"data_offsets of '{name}' are not a begin and an end");
        }
        return end - begin == ByteCount(name, type, shape)
            ? new SafetensorsEntry(name, type, shape, begin, end)
            : throw new FormatException($"'{name}' of {dtype} and shape [{string.Join(", ", shape)}] does not fill {end - begin} bytes");
    }

    private static JsonElement Member(JsonElement element, string name, string member) => element.TryGetProperty(member, out var value)
        ? value
        : throw new FormatException($"'{name}' has no {member}");

    private static string Text(JsonElement element, string what) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : throw new FormatException($"{what} is not text");

    private static long[] Numbers(JsonElement element, string what)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException($"{what} is not a list");
        }
        return [.. element.EnumerateArray().Select(item => Whole(item, what))];
    }

    private static long Whole(JsonElement item, string what) =>
        item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var number) && number >= 0
            ? number
            : throw new FormatException($"{what} holds something other than whole numbers from 0");

    private static long ByteCount(string name, ScalarType type, long[] shape)
    {
        var (elements, size) = (TensorShape.Elements($"'{name}'", shape), SafetensorsDtype.SizeOf(type));
        return elements <= long.MaxValue / size
            ? elements * size
            : throw new FormatException($"the shape [{string.Join(", ", shape)}] of '{name}' is too large");
    }

    private static void CheckCoverage(IReadOnlyList<SafetensorsEntry> entries, long dataLength)
    {
        var covered = 0L;
        foreach (var entry in entries.OrderBy(static entry => entry.Begin).ThenBy(static entry => entry.End))
        {
            if (entry.Begin != covered)
            {
                throw new FormatException(
                    $"'{entry.Name}' begins at byte {entry.Begin} of the data, expected {covered}: tensors overlap or leave a gap");
            }
            covered = entry.End;
        }
        if (covered != dataLength)
        {
            throw new FormatException(
                $"the header describes {covered} bytes of data, the file holds {dataLength}: it is cut off or damaged");
        }
    }
}
