using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.Data;

/// <summary>Sequences of tokens, each of which is the sequence's length.</summary>
internal sealed class LengthSource(long count) : ISequenceSource
{
    public long Count => count;

    public SampleForm Form { get; } = new(torch.ScalarType.Int64, [40]);

    public long Padding => 0;

    public static long Length(long position) => 1 + (position * 7919 % 40);

    public long LengthOf(long position) => Length(position);

    public void Read(long position, Span<byte> sample) => MemoryMarshal.Cast<byte, long>(sample).Fill(Length(position));
}
