using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Text;

/// <summary>The lines of a text in memory, each from the line break before it.</summary>
/// <param name="text">The text; it begins and ends with a line break.</param>
/// <param name="lines">Where each line's first break is, how many tokens there are before the next, and its number from 1.</param>
/// <param name="ahead">0 for inputs, 1 for the tokens that follow them.</param>
/// <param name="padding">What fills the places after a line's end.</param>
internal sealed class TokenLines(TokenText text, IReadOnlyList<(int Start, int Length, int Number)> lines, int ahead, long padding)
    : ISequenceSource
{
    public long Count => lines.Count;

    public SampleForm Form { get; } = new(ScalarType.Int64, [lines.Max(static line => line.Length)]);

    public long Padding => padding;

    public string Identity => $"lines {text.Hash} {ahead}";

    public long LengthOf(long position) => lines[(int)position].Length;

    public void Read(long position, Span<byte> sample)
    {
        var (start, length, _) = lines[(int)position];
        var numbers = MemoryMarshal.Cast<byte, long>(sample);
        var tokens = text.Tokens.AsSpan(start + ahead, length);
        for (var i = 0; i < tokens.Length; i++)
        {
            numbers[i] = tokens[i];
        }
    }

    public string NameOf(long position) => $"{text.Path}, line {lines[(int)position].Number}";
}
