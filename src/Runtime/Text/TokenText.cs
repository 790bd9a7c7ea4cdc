using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace TrainSdk.Text;

/// <summary>A text in memory as the numbers of its tokens.</summary>
/// <param name="Path">Where it came from.</param>
/// <param name="Tokens">The numbers.</param>
internal sealed record TokenText(string Path, ushort[] Tokens)
{
    /// <summary>A hash (XXH128) of the numbers.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(XxHash128.Hash(MemoryMarshal.AsBytes(Tokens.AsSpan())));
}
