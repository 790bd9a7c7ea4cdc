using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace TrainSdk.Data.Sources;

/// <summary>Tells whether a source's samples are those of an earlier run, without reading them all where they are in files.</summary>
internal static class SourceIdentity
{
    /// <summary>A hash (XXH128) of what the source says of itself.</summary>
    public static string Of(ISampleSource source) => Hash(Encoding.UTF8.GetBytes(
        $"{source.Count} {source.Form.Type} {source.Form.ShapeText} {source.Identity}"));

    /// <summary>A hash of positions.</summary>
    public static string Of(long[] positions) => Hash(MemoryMarshal.AsBytes(positions.AsSpan()));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));
}
