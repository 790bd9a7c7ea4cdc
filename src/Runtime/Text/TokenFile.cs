using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Text;

/// <summary>Windows over a file of token numbers.</summary>
/// <param name="file">The file.</param>
/// <param name="options">Window and stride.</param>
/// <param name="ahead">0 for inputs, 1 for the tokens that follow them.</param>
internal sealed class TokenFile(TokenNumbers file, TokenOptions options, int ahead) : ISampleSource
{
    private readonly int _stride = options.Stride ?? options.Window;

    public long Count { get; } = (file.Count - options.Window - 1) / (options.Stride ?? options.Window) + 1;

    public SampleForm Form { get; } = new(ScalarType.Int64, [options.Window]);

    public string Identity => $"tokens {file.Count} {options.Window} {_stride} {ahead}";

    public void Read(long position, Span<byte> sample) =>
        file.Read((position * _stride) + ahead, MemoryMarshal.Cast<byte, long>(sample));

    public string NameOf(long position) => $"{file.Path}, tokens from {position * _stride}";
}
