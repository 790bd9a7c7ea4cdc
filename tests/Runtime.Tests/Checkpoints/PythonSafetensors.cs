using System.Text.Json;

namespace TrainSdk.Runtime.Tests.Checkpoints;

/// <summary>
/// Reads a file as Python's safetensors does, by the format's description and with nothing of ours: 8 bytes N, little-endian; N bytes of
/// JSON that begin with a brace and may end in spaces; the data, of which each tensor has its own part and nothing is left over.
/// </summary>
internal static class PythonSafetensors
{
    public static Dictionary<string, double[]> Read(string path, out Dictionary<string, string> metadata)
    {
        var bytes = File.ReadAllBytes(path);
        var length = (int)BitConverter.ToUInt64(bytes, 0);
        Assert.InRange(length, 2, Math.Min(bytes.Length - 8, 100_000_000));
        Assert.Equal((byte)'{', bytes[8]);
        using var header = JsonDocument.Parse(bytes.AsMemory(8, length), new JsonDocumentOptions { AllowDuplicateProperties = false });
        metadata = [];
        var tensors = new Dictionary<string, double[]>();
        var parts = new List<(int Begin, int End)>();
        foreach (var entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                metadata = entry.Value.EnumerateObject().ToDictionary(static pair => pair.Name, static pair => pair.Value.GetString()!);
                continue;
            }
            int[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(static offset => offset.GetInt32())];
            var count = entry.Value.GetProperty("shape").EnumerateArray().Aggregate(1, static (product, size) => product * size.GetInt32());
            var (begin, end) = (offsets[0], offsets[1]);
            tensors[entry.Name] = Values(entry.Value.GetProperty("dtype").GetString()!, bytes.AsSpan(8 + length)[begin..end], count);
            parts.Add((begin, end));
        }
        var at = 0;
        foreach (var (begin, end) in parts.Order())
        {
            Assert.Equal(at, begin);
            at = end;
        }
        Assert.Equal(bytes.Length, 8 + length + at);
        return tensors;
    }

    private static double[] Values(string dtype, ReadOnlySpan<byte> data, int count)
    {
        var size = dtype switch { "F64" or "I64" => 8, "F32" => 4, "BF16" or "F16" => 2, _ => 1 };
        Assert.Equal(count * size, data.Length);
        var values = new double[count];
        for (var at = 0; at < count; at++)
        {
            var element = data[(at * size)..];
            values[at] = dtype switch
            {
                "F64" => BitConverter.ToDouble(element),
                "F32" => BitConverter.ToSingle(element),
                "F16" => (double)BitConverter.ToHalf(element),
                "BF16" => BitConverter.Int32BitsToSingle(BitConverter.ToUInt16(element) << 16),
                "I64" => BitConverter.ToInt64(element),
                "U8" or "BOOL" => element[0],
                _ => throw new FormatException($"the test does not know {dtype}"),
            };
        }
        return values;
    }
}
