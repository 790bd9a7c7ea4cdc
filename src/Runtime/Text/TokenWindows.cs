using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Text;

/// <summary>Windows over a text in memory.</summary>
/// <param name="text">The text.</param>
/// <param name="window">Tokens in a sample.</param>
/// <param name="stride">Tokens from one sample's start to the next one's.</param>
/// <param name="ahead">0 for inputs, 1 for the tokens that follow them.</param>
internal sealed class TokenWindows(TokenText text, int window, int stride, int ahead) : ISampleSource
{
    public long Count { get; } = (text.Tokens.Length - window - 1) / stride + 1;

    public SampleForm Form { get; } = new(ScalarType.Int64, [window]);

    public string Identity => $"text {text.Hash} {window} {stride} {ahead}";

    public void Read(long position, Span<byte> sample)
    {
        var numbers = MemoryMarshal.Cast<byte, long>(sample);
        var tokens = text.Tokens.AsSpan((int)(position * stride) + ahead, window);
        for (var i = 0; i < tokens.Length; i++)
        {
            numbers[i] = tokens[i];
        }
    }

    public string NameOf(long position) => $"{text.Path}, tokens from {position * stride}";
}
